using DaNangDxIndex.Assessments;

namespace DaNangDxIndex.Publishing;

/// <summary>
/// A publication without figures, decisions and points of single criteria: what tables, histories and pictures over many years want of it,
/// in a twelfth of the text. The database keeps one of every version and derives it from the canonical text as this does.
/// </summary>
public sealed class PublishedOutline
{
    private PublishedOutline(PublishedEdition edition) => Edition = edition;

    /// <summary>
    /// Its entrants bring no figures and no decisions, its results have no criteria; whether an agency's figures are illustrative it says.
    /// </summary>
    public PublishedEdition Edition { get; }

    public static PublishedOutline Of(PublishedEdition whole) =>
        new(whole with { Groups = [.. whole.Groups.Select(Of)] });

    /// <exception cref="FormatException">The text is no outline.</exception>
    public static PublishedOutline Read(ReadOnlyMemory<byte> utf8) => Of(PublishedEditionJson.Read(utf8));

    private static PublishedGroup Of(PublishedGroup group) => group with
    {
        Entrants = [.. group.Entrants.Select(Of)],
        Results = [.. group.Results.Select(result => result with
        {
            Criteria = [],
            SelfAssessed = result.SelfAssessed is { } self ? self with { Criteria = [] } : null,
        })],
    };

    private static Entrant Of(Entrant entrant) => new()
    {
        Agency = entrant.Agency,
        Name = entrant.Name,
        Parent = entrant.Parent,
        ParentName = entrant.ParentName,
        Ranked = entrant.Ranked,
        Submission = entrant.Submission,
        Figures = None<string>(),
        Decisions = None<PublishedDecision>(),
        Provenance = MadeOf(entrant),
        Before = entrant.Before,
    };

    /// <summary>One mark is enough to say that figures are made for demonstration.</summary>
    private static ByCode<Provenance> MadeOf(Entrant entrant) => entrant.Illustrative
        ? new([entrant.Provenance.Where(pair => pair.Value == Provenance.Illustrative).Select(pair => pair.Key)
        .Min(StringComparer.Ordinal)!],
            [Provenance.Illustrative])
        : None<Provenance>();

    private static ByCode<T> None<T>() => new([], []);
}
