using DaNangDxIndex.Accounts;

namespace DaNangDxIndex.Appraisal;

/// <summary>The readings of one drawn criterion of one agency, as far as they have come.</summary>
/// <param name="All">Those in force, and those that were given for other figures.</param>
/// <param name="Grounds">What there is to read now (<see cref="Reading.Grounds"/>).</param>
public sealed record Pair(string Agency, string Criterion, IReadOnlyList<Reading> All, string Grounds)
{
    /// <summary>Those that were given for what there is to read now; the earlier first.</summary>
    public IReadOnlyList<Reading> InForce =>
        [.. All.Where(reading => string.Equals(reading.Grounds, Grounds, StringComparison.Ordinal)).OrderBy(reading => reading.ReadAt)];

    public bool IsRead => InForce.Count == 2;

    public bool IsAgreed => InForce is [var reading, var other] && reading.Agrees(other);

    /// <summary>Both are in force and differ: the lead appraiser decides.</summary>
    public bool Differs => IsRead && !IsAgreed;

    /// <summary>Of this person, to be given or to be changed while the other's is not in force.</summary>
    public Reading? Of(Actor actor) => All.FirstOrDefault(reading => reading.ReadBy == actor.Account);

    /// <summary>What this person may see of it: the own reading, and both when both are in force.</summary>
    public IReadOnlyList<Reading> SeenBy(Actor actor) => IsRead ? InForce : [.. All.Where(reading => reading.ReadBy == actor.Account)];

    /// <summary>
    /// What was on screen: of the own reading, 0 before it; where both are in force, of both, so that nobody settles what they have not
    /// seen.
    /// </summary>
    public int VersionFor(Actor actor) => IsRead ? -InForce.Sum(reading => reading.Version) : Of(actor)?.Version ?? 0;

    /// <summary>Waits for this person: to read, or as the lead to settle a difference.</summary>
    public bool WaitsFor(Actor actor) => IsRead
        ? Differs && actor.Is(Role.LeadAppraiser)
        : !InForce.Any(reading => reading.ReadBy == actor.Account);

    /// <summary>Who reads now; null where the person may.</summary>
    public RuleViolation? Refusal(Actor actor) => IsRead && !actor.Is(Role.LeadAppraiser)
        ? new("pair.for-the-lead", new(
            "Hai người thẩm định độc lập đã có kết quả khác nhau; Tổ trưởng Tổ thẩm định quyết định.",
            "Two appraisers have read this criterion independently and differ; the lead appraiser decides."))
        : null;
}
