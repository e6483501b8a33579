using DaNangDxIndex.Assessments;
using DaNangDxIndex.Frame;

namespace DaNangDxIndex.Editions;

/// <summary>One line of the picture: a group, or a district in it, and how many of its agencies are how far.</summary>
public sealed record ProgressBar(string Name, bool IsPart, IReadOnlyList<EntryProgress.Row> Rows)
{
    public int Done => Rows.Count(row => row.IsDone);

    public int AtRisk => Rows.Count(row => row.Risk != EntryRisk.None);

    public int Filled => Rows.Sum(row => row.Filled);

    public int Asked => Rows.Sum(row => row.Of);

    /// <summary>
    /// Lengths beside each other that make up the whole, in hundredths: handed in, awaiting approval, at risk, and the rest.
    /// </summary>
    public IEnumerable<(string Kind, double From, double Length)> Pieces
    {
        get
        {
            var awaiting = Rows.Count(row => row.State == AssessmentState.AwaitingApproval && row.Risk == EntryRisk.None);
            var from = 0d;
            foreach (var (kind, count) in new[] { ("done", Done), ("awaiting", awaiting), ("risk", AtRisk) })
            {
                var length = 100d * count / Math.Max(1, Rows.Count);
                if (count > 0)
                    yield return (kind, from, length);
                from += length;
            }
        }
    }

    /// <summary>Each group, and under it its districts where it has any.</summary>
    public static IReadOnlyList<ProgressBar> Of(IReadOnlyList<EntryProgress.Row> rows, Func<EditionGroup, string> nameOf) =>
    [
        .. from inGroup in rows.GroupBy(row => row.Group.Code, StringComparer.Ordinal)
           let districts = inGroup.Where(row => row.Parent is not null)
               .GroupBy(row => row.Parent ?? "", StringComparer.Ordinal).OrderBy(part => part.Key, VietnameseOrder.Names)
           let parts = new ShortNames(districts.Select(part => part.Key))
           from bar in districts.Select(part => new ProgressBar(parts.Of(part.Key), true, [.. part])).Prepend(
               new(nameOf(inGroup.First().Group), false, [.. inGroup]))
           select bar,
    ];
}
