namespace DaNangDxIndex.Scorecards;

/// <summary>Points per component or pillar as thin bars, with the median of the group as a tick.</summary>
public sealed record PointsBars(string Caption, string NameHeading, IReadOnlyList<PointsBars.Bar> Bars)
{
    /// <summary>What the tick means ("trung vị của khối"); null where no bar has one.</summary>
    public string? MedianLabel { get; init; }

    /// <summary>What the mark of the best means; null where no bar has one.</summary>
    public string? BestLabel { get; init; }

    /// <param name="Points">As printed, or "chưa tính", "không áp dụng".</param>
    /// <param name="Share">Share of the maximum, 0 to 1; null draws no bar.</param>
    public sealed record Bar(string Name, string Points, string Maximum, decimal? Share, decimal? MedianShare = null, string? Href = null)
    {
        public string? Median { get; init; }

        /// <summary>Of the best of the group, and its share of the maximum; null draws no mark.</summary>
        public string? Best { get; init; }

        public decimal? BestShare { get; init; }
    }
}
