using DaNangDxIndex.Database;
using Npgsql;

namespace DaNangDxIndex.Editions;

/// <summary>
/// Which figures of an edition are declared, and when, by agency: a province has forty thousand, so that each is a few words in a row of
/// them.
/// </summary>
internal sealed class SavedMoments
{
    private readonly Dictionary<string, List<(string Figure, DateTimeOffset? At)>> _byAgency = new(StringComparer.Ordinal);
    private readonly RecurringTexts _texts = new();

    /// <summary>There when the answers are.</summary>
    public SavedMoments(OneRoundTrip asked, int year) => asked.Take(
        "SELECT agency, figure, declared_at FROM figure_entry WHERE year = $1 AND declared IS NOT NULL", _byAgency.Clear, Add, year);

    public IReadOnlyList<(string Figure, DateTimeOffset? At)> Of(string agency) =>
        _byAgency.TryGetValue(agency, out var moments) ? moments : [];

    private void Add(NpgsqlDataReader row)
    {
        var agency = _texts.Of(row.GetString(0));
        if (!_byAgency.TryGetValue(agency, out var moments))
            _byAgency[agency] = moments = [];
        moments.Add((_texts.Of(row.GetString(1)), row.IsDBNull(2) ? null : row.GetFieldValue<DateTimeOffset>(2)));
    }
}
