using DaNangDxIndex.Appraisal;
using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Scoring;

/// <summary>Which criteria do not apply to which agencies: by the kinds of the edition, and by what appraisers granted.</summary>
internal sealed class Applicability
{
    private readonly Dictionary<string, HashSet<string>> criteriaOfKind = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> kindsOfAgency = new(StringComparer.Ordinal);
    private readonly HashSet<string> criteria;

    public Applicability(CriteriaSet set)
    {
        criteria = new HashSet<string>(set.Criteria.Select(criterion => criterion.Code), StringComparer.Ordinal);
        foreach (var kind in set.Kinds)
        {
            var whole = set.Components.Where(component => kind.Components.Contains(component.Code, StringComparer.Ordinal)).SelectMany(component => component.Criteria);
            criteriaOfKind[kind.Code] = new HashSet<string>(kind.Criteria.Concat(whole.Select(criterion => criterion.Code)), StringComparer.Ordinal);
            foreach (var agency in kind.Agencies)
                KindsOf(agency).Add(kind.Code);
        }
    }

    /// <summary>Refuses an input that names kinds or criteria the set does not have.</summary>
    public void Check(ScoringInput input)
    {
        if (input.Kinds.FirstOrDefault(kind => !criteriaOfKind.ContainsKey(kind)) is { } stranger)
            throw new RuleViolation("scoring.unknown-kind", new Bilingual(
                $"Bộ chỉ số không có loại đơn vị “{stranger}”.", $"The criteria set has no kind of agency \"{stranger}\"."));
        if (input.Decisions.Keys.FirstOrDefault(code => !criteria.Contains(code)) is { } unknown)
            throw new RuleViolation("scoring.unknown-criterion", new Bilingual(
                $"Bộ chỉ số không có tiêu chí “{unknown}”.", $"The criteria set has no criterion \"{unknown}\"."));
    }

    public bool Applies(Criterion criterion, ScoringInput input)
    {
        if (input.Decisions.TryGetValue(criterion.Code, out var decided) && decided.Decision == VerdictDecision.NotApplicable)
            return false;
        var listed = kindsOfAgency.TryGetValue(input.Agency, out var kinds) && kinds.Any(Excludes);
        return !listed && !input.Kinds.Any(Excludes);

        bool Excludes(string kind) => criteriaOfKind[kind].Contains(criterion.Code);
    }

    private List<string> KindsOf(string agency)
    {
        if (!kindsOfAgency.TryGetValue(agency, out var kinds))
            kindsOfAgency[agency] = kinds = [];
        return kinds;
    }
}
