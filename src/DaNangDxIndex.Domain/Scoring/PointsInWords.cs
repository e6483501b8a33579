using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Scoring;

/// <summary>What stands in place of the points of a criterion where there is no number to print. Null: print the number.</summary>
public static class PointsInWords
{
    public static Bilingual None { get; } = new("–", "–");

    public static Bilingual NotApplicable { get; } = new("không áp dụng", "not applicable");

    public static Bilingual NothingDue { get; } = new("không phát sinh", "no cases");

    public static Bilingual? InPlaceOf(CriterionResult result) => result switch
    {
        { Counted: not null } => null,
        { State: ResultState.NotApplicable } => NotApplicable,
        { State: ResultState.NothingDue } => NothingDue,
        { IsOpen: true } => OpenPart.NotCounted,
        _ => None,
    };

    /// <summary>In the column of self-assessed points: a dash where nobody assesses oneself, for the figures come from others.</summary>
    public static Bilingual? InPlaceOfSelfAssessed(CriteriaSet set, CriterionResult result) =>
        set.IsSelfAssessed(result.Criterion) || result.State == ResultState.NotApplicable ? InPlaceOf(result) : None;
}
