using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Scoring;

/// <summary>
/// The figures of one criterion and what they are measured against, short enough for
/// two columns of a table. The rule itself is published once, with the criteria set.
/// </summary>
/// <param name="Figure">
/// "3.468/3.471 = 99,91%"; a line to each part where the rule has several: "(1) có"; null where nothing is read.
/// </param>
/// <param name="Target">What earns all points: "95%"; null where there is no such number.</param>
public sealed record FigureInBrief(Bilingual? Figure, Bilingual? Target)
{
    public static FigureInBrief None { get; } = new(null, null);

    /// <param name="best">Of the whole group, for rules that compare with it.</param>
    public static FigureInBrief Of(CriteriaSet set, Criterion criterion, ScoringInput input, GroupBest best)
    {
        var (vi, en) = (new BriefWording(set, criterion, input, best, "vi"), new BriefWording(set, criterion, input, best, "en"));
        return new(Both(vi.Figures(), en.Figures()), Both(vi.Targets(), en.Targets()));
    }

    private static Bilingual? Both(string? vi, string? en) => vi is null || en is null ? null : new(vi, en);
}
