using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Ranking;

/// <summary>
/// What an agency gained or lost against the comparable edition before, in points of the total, parted into what it did and what the rules
/// did. The parts add up to the change of the total exactly.
/// </summary>
/// <remarks>
/// Each criterion that is there in both years, and whose two rules read only figures that both years asked alike, is scored four times:
/// the figures of either year by the rules of either year. What performance did is the change of the figures, what the rules did the change
/// of rule, weight, conversion and of the best of the group; each is the mean over both orders in which the two can change, so that
/// neither order is preferred. All other criteria, caps and rounding are not comparable and stand apart.
/// </remarks>
/// <param name="Criteria">In the order of the later set; those that are gone stand behind.</param>
/// <param name="Change">Total after less total before, both as printed.</param>
/// <param name="Performance">What the agency's own figures did.</param>
/// <param name="Rules">What other rules and weights did.</param>
/// <param name="Apart">What cannot be compared: the rest of the change.</param>
/// <param name="Covered">
/// The share, from 0 to 1, of the later base that the compared criteria make; what does not apply to the agency counts for neither.
/// </param>
public sealed record LikeForLike(
    string Agency, IReadOnlyList<CriterionMove> Criteria, decimal Change,
    Fraction Performance, Fraction Rules, Fraction Apart, Fraction Covered)
{
    /// <summary>Below half of the base a comparison says little about the whole: "không so sánh được".</summary>
    public static Fraction LeastCovered { get; } = Fraction.Of(1, 2);

    public bool IsComparable => Covered >= LeastCovered;
}

/// <summary>One criterion in both years, in points of the total: a penalty is below zero, the base is converted.</summary>
/// <param name="Before">Null where it is new, or did not count.</param>
/// <param name="After">Null where it is gone, or does not count.</param>
/// <param name="Performance">0 where the criterion cannot be compared, and so is <paramref name="Rules"/>.</param>
/// <param name="Why">Why it cannot be compared; null where it is.</param>
public sealed record CriterionMove(
    Criterion Criterion, Fraction? Before, Fraction? After, Fraction Performance, Fraction Rules, Incomparable? Why)
{
    public Fraction Change => (After ?? Fraction.Zero) - (Before ?? Fraction.Zero);
}

/// <summary>Why a criterion cannot be compared like for like.</summary>
public enum Incomparable
{
    /// <summary>It is not in the earlier set.</summary>
    New,

    /// <summary>It is not in the later set.</summary>
    Gone,

    /// <summary>One of the rules reads a figure that the other year did not ask, or asked otherwise.</summary>
    OtherFigures,

    /// <summary>An appraiser set the points in one of the years: the figures do not say what they would be.</summary>
    SetByHand,

    /// <summary>It did not apply, or nothing was due, in one of the years or under the rules of one of them.</summary>
    NotApplicable,

    /// <summary>It is collected and not scored in one of the years.</summary>
    NotScored,

    /// <summary>It adds in one year and takes away in the other.</summary>
    OtherBlock,
}
