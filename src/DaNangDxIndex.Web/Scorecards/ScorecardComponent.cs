namespace DaNangDxIndex.Scorecards;

public sealed record ScorecardComponent(
    string Code, Bilingual Name, decimal Maximum, decimal? Declared, decimal? Points, IReadOnlyList<ScorecardCriterion> Criteria,
    ScorecardBlock Block = ScorecardBlock.Base);

/// <summary>Which block of the total a component belongs to. Points of a penalty are printed with a minus sign.</summary>
public enum ScorecardBlock { Base, Bonus, Penalty }

public sealed record ScorecardPillar(Bilingual Name, decimal Maximum, decimal? Points);

public sealed record ScorecardCriterion(string Code, Bilingual Name, decimal Maximum, decimal? Declared, decimal? Points)
{
    /// <summary>The rule in words.</summary>
    public Bilingual? Rule { get; init; }

    /// <summary>Which figures were read, what came out, as the engine says it.</summary>
    public Bilingual? Explanation { get; init; }

    /// <summary>Left out for this agency: the points column says so instead of a number.</summary>
    public bool NotApplicable { get; init; }

    /// <summary>The published reason of a verdict that changed the points, as in "Thiếu tài liệu kiểm chứng". Never an appraiser's own words.</summary>
    public Bilingual? Reason { get; init; }
}
