using DaNangDxIndex.Agencies;
using DaNangDxIndex.Commitments;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Publications;

namespace DaNangDxIndex.Assessments;

/// <summary>
/// What the agency, or its one predecessor, had in the last edition that was computed here; after a merger what all those had that it
/// carries on. After a split there is nothing to compare with, and nothing is shown.
/// </summary>
public sealed class LastEdition(PublishedEditions published)
{
    /// <param name="Agencies">Usually one: the agency itself or its one predecessor. Several after a merger.</param>
    /// <param name="Values">By agency and figure.</param>
    public sealed record Figures(
        int Year, IReadOnlyList<Agency> Agencies, IReadOnlyDictionary<(string Agency, string Figure), string> Values)
    {
        public bool IsJoined => Agencies.Count > 1;

        /// <summary>What doubts may be based on; null where the year before cannot be compared.</summary>
        public LastYear? Comparable { get; init; }

        /// <summary>
        /// What was committed to after that edition, done or not, by the code that the criterion has now.
        /// </summary>
        public ILookup<string, Commitment> Commitments { get; init; } = Enumerable.Empty<Commitment>()
            .ToLookup(commitment => commitment.Criterion, StringComparer.Ordinal);

        /// <summary>The value of the one agency, where it can still be read as one of this figure; null for none.</summary>
        public FigureValue? Of(Figure figure) => Of(figure, Agencies[0]);

        public JoinedFigure Joined(Figure figure) => JoinedFigure.Sum(figure, [.. Agencies.Select(agency => Of(figure, agency))]);

        private FigureValue? Of(Figure figure, Agency agency) =>
            Values.TryGetValue((agency.Code, figure.Code), out var text) ? FigureValue.Read(figure, text).Value : null;
    }

    /// <summary>The published total, or null.</summary>
    public async Task<(int Year, string Total)?> TotalAsync(AssessmentSheet sheet, CancellationToken ct)
    {
        if (sheet.Last is not { Agencies: [var only] } last)
            return null;
        var version = await published.NewestOutlineAsync(last.Year, ct);
        var total = version?.Edition.GroupOf(only.Code)?.ResultOf(only.Code)?.Total;
        return total is null ? null : (last.Year, total);
    }
}
