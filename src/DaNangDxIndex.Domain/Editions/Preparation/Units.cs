using DaNangDxIndex.Accounts;
using DaNangDxIndex.Agencies;
using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Editions.Preparation;

/// <summary>Which agencies may verify figures and appraise criteria.</summary>
public static class Units
{
    /// <summary>Those that have an appraiser, and those that are named already; in force at the end of the year.</summary>
    public static IReadOnlyList<Agency> Of(PreparedEdition prepared)
    {
        var named = prepared.Groups.SelectMany(group => group.Criteria?.Set is { } set
            ? set.Figures.Select(figure => figure.VerifyingUnit).Concat(set.Criteria.Select(criterion => criterion.VerifyingUnit))
            : []).OfType<string>();
        var codes = prepared.Staff.Where(staff => staff.Has(Role.Appraiser)).Select(staff => staff.Agency).OfType<string>()
            .Concat(named).ToHashSet(StringComparer.Ordinal);
        return [.. prepared.Agencies.Where(agency => codes.Contains(agency.Code) && agency.InForceOn(prepared.Edition.InForceOn))];
    }

    /// <exception cref="RuleViolation"><c>units.unknown</c></exception>
    public static void RequireKnown(IEnumerable<string?> codes, IReadOnlyCollection<Agency> units)
    {
        var known = units.Select(unit => unit.Code).ToHashSet(StringComparer.Ordinal);
        if (codes.OfType<string>().FirstOrDefault(code => !known.Contains(code)) is { } unknown)
            throw new RuleViolation("units.unknown", new(
                $"Cơ quan mã “{unknown}” chưa có tài khoản người thẩm định. Tạo tài khoản trước, rồi giao việc.",
                $"The agency with the code “{unknown}” has no appraiser’s account. Create one first, then assign the work."));
    }

    /// <summary>The same criteria with these units; what is not named stays as it is.</summary>
    public static CriteriaSet Assigned(
        this CriteriaSet set, IReadOnlyDictionary<string, string?> figures, IReadOnlyDictionary<string, string?> criteria) => set with
    {
        Figures = [.. set.Figures.Select(
            figure => figures.TryGetValue(figure.Code, out var unit) ? figure with { VerifyingUnit = unit } : figure)],
        Components = [.. set.Components.Select(component => component with
        {
            Criteria = [.. component.Criteria.Select(
                criterion => criteria.TryGetValue(criterion.Code, out var unit) ? criterion with { VerifyingUnit = unit } : criterion)],
        })],
    };
}
