using DaNangDxIndex.Assessments;
using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Publishing.Corrections;

/// <summary>
/// Figures of an agency that can hardly be true together as a correction would leave them: what entry asks of the agency is asked of
/// whoever corrects, and shown to whoever signs.
/// </summary>
public sealed record CorrectionDoubt(string Agency, Bilingual Name, Doubt Doubt)
{
    /// <summary>Nobody signs a correction with it.</summary>
    public bool IsError => Doubt.IsError;

    /// <summary>"Sở Y tế: “Hồ sơ trực tuyến” (120 hồ sơ) lớn hơn “Hồ sơ tiếp nhận” (100 hồ sơ)."</summary>
    public Bilingual Sentence => new($"{Name.Vi}: {Doubt.Fact.Vi}", $"{Name.En}: {Doubt.Fact.En}");

    /// <summary>
    /// Of agencies with a changed figure; what was published with the same doubt about the same values is not asked again.
    /// </summary>
    /// <param name="last">By agency what can be compared of the year before; who is not in it is compared with nothing.</param>
    public static IReadOnlyList<CorrectionDoubt> Of(
        IReadOnlyList<PublishedGroup> before, IReadOnlyList<PublishedGroup> after, IEnumerable<ResultChange> changes,
        IReadOnlyDictionary<string, LastYear> last) =>
    [
        .. from agency in changes.OfType<FigureChange>().Select(change => change.Agency).Distinct(StringComparer.Ordinal)
           let known = InGroups(before, agency, last).Select(doubt => (doubt.Doubt.Key, doubt.Doubt.About)).ToHashSet()
           from doubt in InGroups(after, agency, last)
           where !known.Contains((doubt.Doubt.Key, doubt.Doubt.About))
           select doubt,
    ];

    private static IEnumerable<CorrectionDoubt> InGroups(
        IReadOnlyList<PublishedGroup> groups, string agency, IReadOnlyDictionary<string, LastYear> last) =>
        groups.SelectMany(group => group.Entrant(agency) is { } entrant
            ? Doubts.Of(EntryForm.Of(group.Criteria, agency), ValuesOf(group.Criteria, entrant), last.GetValueOrDefault(agency))
                .Select(doubt => new CorrectionDoubt(agency, entrant.Name, doubt))
            : []);

    private static IReadOnlyDictionary<string, FigureValue> ValuesOf(CriteriaSet set, Entrant entrant) =>
        FigureReadings.Of(set.Figures, figure => entrant.Figures.GetValueOrDefault(figure.Code)).Values;
}
