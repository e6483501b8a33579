using DaNangDxIndex.Assessments;
using DaNangDxIndex.Database;
using Npgsql;

namespace DaNangDxIndex.Publishing;

/// <summary>What results and findings read of a figure.</summary>
/// <param name="InForce">The accepted value where there is one, else the declared one.</param>
/// <param name="LacksReason">It was corrected, and nobody said why.</param>
internal readonly record struct EnteredFigure(
    string Figure, string? Declared, string? InForce, Provenance Provenance, ReasonCode? Correction, bool LacksReason);

/// <summary>
/// All figures of an edition, by agency: a province has forty thousand, so that each is a few words in a row of them and no entity.
/// </summary>
internal sealed class EnteredFigures
{
    private const string All =
        """
        SELECT agency, figure, declared, accepted_at IS NOT NULL, accepted, provenance, correction_reason, correction_sentence
        FROM figure_entry WHERE year = $1
        """;

    private readonly Dictionary<string, List<EnteredFigure>> _byAgency = new(StringComparer.Ordinal);
    private readonly RecurringTexts _texts = new();
    private int _most;

    /// <summary>There when the answers are.</summary>
    public EnteredFigures(OneRoundTrip asked, int year) => asked.Take(All, _byAgency.Clear, Add, year);

    public IReadOnlyList<EnteredFigure> Of(string agency) => _byAgency.GetValueOrDefault(agency) ?? [];

    private void Add(NpgsqlDataReader row)
    {
        var agency = _texts.Of(row.GetString(0));
        if (!_byAgency.TryGetValue(agency, out var figures))
            _byAgency[agency] = figures = new(_most);
        figures.Add(Read(row));
        _most = Math.Max(_most, figures.Count);
    }

    private EnteredFigure Read(NpgsqlDataReader row)
    {
        var (declared, accepted) = (TextAt(row, 2), row.GetBoolean(3));
        var inForce = accepted ? TextAt(row, 4) : declared;
        ReasonCode? reason = TextAt(row, 6) is { } code ? EnumsAsText.Of<ReasonCode>(code) : null;
        return new(
            _texts.Of(row.GetString(1)), declared, inForce, EnumsAsText.Of<Provenance>(_texts.Of(row.GetString(5))), reason,
            accepted && !string.Equals(inForce, declared, StringComparison.Ordinal)
                && (reason is null || row.IsDBNull(7) || string.IsNullOrWhiteSpace(row.GetString(7))));
    }

    private string? TextAt(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : _texts.Of(row.GetString(column));
}
