using DaNangDxIndex.Accounts;

namespace DaNangDxIndex.Appraisal;

/// <summary>
/// Who of the appraisers takes one criterion down all agencies of a group, so that one person applies one standard. Others of the same
/// field may still decide on it: work goes on where somebody is away.
/// </summary>
public sealed class Assignment(int year, string group, string criterion, Guid appraiser, Guid assignedBy, DateTimeOffset assignedAt)
{
    public int Year { get; private set; } = year;

    public string Group { get; private set; } = group;

    public string Criterion { get; private set; } = criterion;

    public Guid Appraiser { get; private set; } = appraiser;

    public Guid AssignedBy { get; private set; } = assignedBy;

    public DateTimeOffset AssignedAt { get; private set; } = assignedAt;

    /// <summary>Appraisers of the field, and lead appraisers.</summary>
    public static bool IsFor(Actor person, string? verifyingUnit) =>
        (person.Is(Role.Appraiser) || person.Is(Role.LeadAppraiser)) && AppraisalRules.IsInFieldOf(person, verifyingUnit);

    /// <exception cref="RuleViolation"><c>assignment.outside-field</c></exception>
    public static void Require(Actor person, string criterion, string? verifyingUnit)
    {
        if (!IsFor(person, verifyingUnit))
            throw new RuleViolation("assignment.outside-field", new(
                $"{person.Name} không thẩm định được tiêu chí {criterion}: tiêu chí thuộc đơn vị khác. "
                    + "Chọn người của đơn vị thẩm định tiêu chí.",
                $"{person.Name} cannot take criterion {criterion}: it belongs to another unit. "
                    + "Choose somebody of the unit that appraises it."));
    }
}
