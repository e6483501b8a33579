using DaNangDxIndex.Frame;
using DaNangDxIndex.Ranking;

namespace DaNangDxIndex.Laboratory;

/// <summary>One agency's rank under drawn weights as a bar: all draws thin, nine in ten thick, the middle as a tick.</summary>
public sealed record RangeBar(RankRange Range, string Name, int Ranked)
{
    public string From => At(Range.Best - 1);

    public string Length => Across(Range.Worst - Range.Best + 1);

    public string LowFrom => At(Range.Low - 1);

    public string LowLength => Across(Range.High - Range.Low + 1);

    public string Middle => At(Range.Median - 0.5m);

    private string At(decimal rank) => SvgLength.Percent(rank / Ranked);

    private string Across(decimal ranks) => SvgLength.Percent(ranks / Ranked);
}
