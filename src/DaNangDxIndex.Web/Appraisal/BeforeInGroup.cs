using DaNangDxIndex.Agencies;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Database;

namespace DaNangDxIndex.Appraisal;

/// <summary>
/// What the agencies of a group, or those that they carry on, had under one criterion in the last edition that was computed here, and what
/// was decided on it. After a split there is nothing to compare with, and nothing is shown.
/// </summary>
public sealed class BeforeInGroup(
    int year, DateOnly inForceOn, IReadOnlyList<Agency> agencies, IReadOnlyList<FigureEntry> entries, IReadOnlyList<Verdict> verdicts,
    IReadOnlySet<string> present)
{
    private readonly Forebears _forebears = new(agencies);

    private readonly Dictionary<(string Agency, string Figure), string?> _values =
        entries.ToDictionary(entry => (entry.Agency, entry.Figure), entry => entry.InForce);

    /// <summary>0 where no edition went before.</summary>
    public int Year => year;

    internal static Asked Ask(OneRoundTrip asked, int year, string[] figures, string criterion)
    {
        const string Last = "(SELECT max(year) FROM assessment WHERE year < $1)";
        return new(
            asked.Each(
                $"""
                SELECT assessment.year, in_force_on, agency FROM assessment JOIN edition ON edition.year = assessment.year
                WHERE assessment.year = {Last}
                """, row => (row.GetInt32(0), row.GetFieldValue<DateOnly>(1), row.GetString(2)), year),
            asked.Rows<FigureEntry>($"WHERE year = {Last} AND figure = ANY($2)", year, figures),
            asked.Rows<Verdict>($"WHERE year = {Last} AND criterion = $2", year, criterion));
    }

    /// <summary>Of the one that it carries on; of several that merged, the sum of what can be added.</summary>
    public IReadOnlyDictionary<string, FigureValue> FiguresOf(string agency, CriteriaSet set, Criterion criterion)
    {
        var before = Of(agency);
        var found = new Dictionary<string, FigureValue>(StringComparer.Ordinal);
        foreach (var figure in criterion.Figures.Select(set.Figure).OfType<Figure>())
        {
            List<FigureValue?> values = [.. before.Select(
                forebear => FigureValue.Read(figure, _values.GetValueOrDefault((forebear.Code, figure.Code))).Value)];
            if ((values is [var only] ? only : JoinedFigure.Sum(figure, values) is { Missing: 0 } sum ? sum.Value : null) is { } value)
                found[figure.Code] = value;
        }

        return found;
    }

    /// <summary>How many agencies that year the figures are of: one, or those that merged into it since.</summary>
    public int AgenciesOf(string agency) => Of(agency).Count;

    /// <summary>What was decided in the end on the criterion of that code, of each that the agency carries on.</summary>
    public IReadOnlyList<(Agency Agency, Verdict Verdict)> VerdictsOn(string agency) =>
        [.. from before in Of(agency)
            from verdict in VerdictsInForce.Last(verdicts.Where(verdict => verdict.Agency == before.Code)).Values
            select (before, verdict)];

    private IReadOnlyList<Agency> Of(string agency) => year == 0 ? [] : _forebears.Of(agency, present, inForceOn);

    /// <summary>What was asked, until it is answered.</summary>
    internal sealed record Asked(
        IReadOnlyList<(int Year, DateOnly InForceOn, string Agency)> Present, IReadOnlyList<FigureEntry> Entries,
        IReadOnlyList<Verdict> Verdicts)
    {
        public BeforeInGroup Of(IReadOnlyList<Agency> agencies) => new(
            Present.Count == 0 ? 0 : Present[0].Year, Present.Count == 0 ? default : Present[0].InForceOn, agencies, Entries, Verdicts,
            Present.Select(assessed => assessed.Agency).ToHashSet(StringComparer.Ordinal));
    }
}
