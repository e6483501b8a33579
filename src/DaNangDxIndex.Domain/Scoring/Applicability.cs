using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Scoring;

/// <summary>Which criteria do not apply to which agencies: by the kinds of the edition, and by what appraisers granted.</summary>
internal sealed class Applicability
{
    private readonly Dictionary<string, IReadOnlySet<string>> _criteriaOfKind = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _kindsOfAgency = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Fraction> _maximumOf;

    public Applicability(CriteriaSet set)
    {
        _maximumOf = set.Criteria.ToDictionary(criterion => criterion.Code, criterion => criterion.Maximum, StringComparer.Ordinal);
        foreach (var kind in set.Kinds)
        {
            _criteriaOfKind[kind.Code] = set.SparedFrom(kind);
            foreach (var agency in kind.Agencies)
                KindsOf(agency).Add(kind.Code);
        }
    }

    /// <summary>Refuses kinds and criteria the set does not have, and points outside 0 to the maximum.</summary>
    public void Check(IReadOnlyCollection<string> kinds, IReadOnlyDictionary<string, Decided> decisions)
    {
        if (kinds.FirstOrDefault(kind => !_criteriaOfKind.ContainsKey(kind)) is { } stranger)
            throw new RuleViolation("scoring.unknown-kind", new Bilingual(
                $"Bộ chỉ số không có loại đơn vị “{stranger}”.", $"The criteria set has no kind of agency \"{stranger}\"."));
        foreach (var (criterion, decided) in decisions)
        {
            if (!_maximumOf.TryGetValue(criterion, out var maximum))
                throw new RuleViolation("scoring.unknown-criterion", new Bilingual(
                    $"Bộ chỉ số không có tiêu chí “{criterion}”.", $"The criteria set has no criterion \"{criterion}\"."));
            if (decided.Decision == VerdictDecision.Points && (decided.Points.Sign < 0 || decided.Points > maximum))
                throw new RuleViolation("scoring.verdict-points", new Bilingual(
                    $"Điểm thẩm định của tiêu chí “{criterion}” phải từ 0 đến {maximum}.",
                    $"The appraised points of \"{criterion}\" must lie between 0 and {maximum}."));
        }
    }

    /// <summary>True where something may not apply to the agency, by a kind or by a decision.</summary>
    public bool MayNotApply(string agency, IReadOnlyCollection<string> kinds, IReadOnlyDictionary<string, Decided>? decisions) =>
        kinds.Count > 0 || decisions is not null || _kindsOfAgency.ContainsKey(agency);

    public bool Applies(string criterion, string agency, IReadOnlyCollection<string> kinds, IReadOnlyDictionary<string, Decided>? decisions)
    {
        if (decisions is not null && decisions.TryGetValue(criterion, out var decided) && decided.Decision == VerdictDecision.NotApplicable)
            return false;
        if (_kindsOfAgency.TryGetValue(agency, out var listed) && Exclude(listed, criterion))
            return false;
        return kinds.Count == 0 || !Exclude(kinds, criterion);
    }

    private bool Exclude(IReadOnlyCollection<string> kinds, string criterion)
    {
        foreach (var kind in kinds)
        {
            if (_criteriaOfKind[kind].Contains(criterion))
                return true;
        }

        return false;
    }

    private List<string> KindsOf(string agency)
    {
        if (!_kindsOfAgency.TryGetValue(agency, out var kinds))
            _kindsOfAgency[agency] = kinds = [];
        return kinds;
    }
}
