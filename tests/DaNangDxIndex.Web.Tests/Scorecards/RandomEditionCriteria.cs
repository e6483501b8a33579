namespace DaNangDxIndex.Scorecards;

/// <summary>
/// A criteria set that has one of everything: ratios with a whole, numbers required,
/// the best of the group, every source, mixed rules, bonus, penalty, a kind.
/// </summary>
internal static class RandomEditionCriteria
{
    /// <summary>Ways from points to totals.</summary>
    public static readonly string[] Methods =
    [
        """ "decimals": 2, "bonusCap": 2.5, "penaltyCap": 2 """,
        """ "decimals": 1, "rounding": { "stage": "criterion", "mode": "truncate" }, "cap": "none" """,
        """ "decimals": 3, "rounding": { "stage": "component", "mode": "halfUp" }, "penaltyCap": 1.5, "leastApplicable": "70%" """,
    ];

    public static string Of(int year, string method, IReadOnlyList<string> few) => $$"""
        {
          "edition": {{year}}, "group": "random", "name": { "vi": "Bộ chỉ số ngẫu nhiên", "en": "Random index" },
          "method": { "scale": 100, {{method}}, "notApplicable": "exclude", "nothingDue": "exclude", "tiers": [
            { "code": "good", "name": { "vi": "Tốt", "en": "Good" }, "from": 50 }, { "code": "average", "name": { "vi": "Trung bình", "en": "Average" }, "from": 0 } ] },
          "kinds": [ { "code": "few", "name": { "vi": "Ít", "en": "Few" }, "components": ["C"], "agencies": [{{string.Join(", ", few.Select(agency => $"\"{agency}\""))}}] } ],
          "figures": [
            { "code": "received", "name": { "vi": "Hồ sơ tiếp nhận", "en": "Files received" }, "kind": "count", "unit": { "vi": "hồ sơ", "en": "files" } },
            { "code": "online", "name": { "vi": "Hồ sơ trực tuyến", "en": "Files online" }, "kind": "count", "unit": { "vi": "hồ sơ", "en": "files" } },
            { "code": "required", "name": { "vi": "Văn bản phải ban hành", "en": "Texts required" }, "kind": "count", "source": "office", "unit": { "vi": "văn bản", "en": "texts" } },
            { "code": "issued", "name": { "vi": "Văn bản đã ban hành", "en": "Texts issued" }, "kind": "count", "unit": { "vi": "văn bản", "en": "texts" } },
            { "code": "staff", "name": { "vi": "Công chức", "en": "Staff" }, "kind": "count", "unit": { "vi": "người", "en": "people" } },
            { "code": "lookups", "name": { "vi": "Lượt tra cứu", "en": "Look-ups" }, "kind": "count", "source": "system", "unit": { "vi": "lượt", "en": "times" } },
            { "code": "ideas", "name": { "vi": "Sáng kiến", "en": "Ideas" }, "kind": "count", "unit": { "vi": "sáng kiến", "en": "ideas" } },
            { "code": "plan", "name": { "vi": "Có kế hoạch", "en": "Has a plan" }, "kind": "yesNo" },
            { "code": "head", "name": { "vi": "Người đứng đầu", "en": "Head" }, "kind": "choice", "options": [
              { "code": "chair", "name": { "vi": "Chủ tịch", "en": "Chair" } }, { "code": "deputy", "name": { "vi": "Phó", "en": "Deputy" } }, { "code": "other", "name": { "vi": "Khác", "en": "Other" } } ] },
            { "code": "coverage", "name": { "vi": "Tỷ lệ phủ sóng", "en": "Coverage" }, "kind": "percent" },
            { "code": "satisfaction", "name": { "vi": "Mức độ hài lòng", "en": "Satisfaction" }, "kind": "percent", "source": "survey" },
            { "code": "uptime", "name": { "vi": "Thời gian hoạt động", "en": "Uptime" }, "kind": "percent", "source": "system" },
            { "code": "leadership", "name": { "vi": "Điểm lãnh đạo", "en": "Leadership points" }, "kind": "number", "source": "office" },
            { "code": "late-reports", "name": { "vi": "Báo cáo chậm", "en": "Late reports" }, "kind": "count", "source": "office", "unit": { "vi": "báo cáo", "en": "reports" } } ],
          "components": [
            { "code": "A", "name": { "vi": "Dịch vụ công", "en": "Public services" }, "criteria": [
              { "code": "A.1", "name": { "vi": "Hồ sơ trực tuyến", "en": "Files online" }, "pillar": "government", "maximum": 25, "rule": { "linear": { "of": { "sum": ["online"], "over": ["received"] }, "from": 0, "to": "95%" } } },
              { "code": "A.2", "name": { "vi": "Văn bản", "en": "Texts" }, "pillar": "government", "maximum": 10, "rule": { "linear": { "of": { "sum": ["issued"], "over": ["required"] }, "from": 0, "to": 1 } } },
              { "code": "A.3", "name": { "vi": "Tra cứu", "en": "Look-ups" }, "pillar": "foundation", "maximum": 10, "rule": { "linear": { "of": { "sum": ["lookups"], "over": ["staff"] }, "from": 0, "to": "highest" } } },
              { "code": "A.4", "name": { "vi": "Sáng kiến", "en": "Ideas" }, "pillar": "society", "maximum": 5, "rule": { "linear": { "of": "ideas", "from": 0, "to": "highest" } } } ] },
            { "code": "B", "name": { "vi": "Thể chế", "en": "Institutions" }, "criteria": [
              { "code": "B.1", "name": { "vi": "Kế hoạch", "en": "Plan" }, "pillar": "government", "maximum": 5, "rule": { "steps": { "of": "plan", "levels": [{ "at": 1, "share": 1 }] } } },
              { "code": "B.2", "name": { "vi": "Người đứng đầu", "en": "Head" }, "pillar": "government", "maximum": 5, "rule": { "choice": { "of": "head", "options": { "chair": 1, "deputy": "1/3", "other": 0 } } } },
              { "code": "B.3", "name": { "vi": "Phủ sóng", "en": "Coverage" }, "pillar": "foundation", "maximum": 15, "notApplicable": "zero", "rule": { "linear": { "of": "coverage", "from": 20, "to": 100 } } },
              { "code": "B.4", "name": { "vi": "Hài lòng", "en": "Satisfaction" }, "pillar": "society", "maximum": 10, "rule": { "linear": { "of": "satisfaction", "from": 0, "to": 90 } } },
              { "code": "B.5", "name": { "vi": "Hạ tầng", "en": "Infrastructure" }, "pillar": "economy", "maximum": 5, "rule": { "sum": { "parts": [
                { "weight": "2/3", "rule": { "steps": { "of": "coverage", "levels": [{ "at": 80, "share": 1 }] } } }, { "weight": "1/3", "rule": { "linear": { "of": "uptime", "to": 100 } } } ] } } } ] },
            { "code": "C", "name": { "vi": "Xã hội số", "en": "Society" }, "criteria": [
              { "code": "C.1", "name": { "vi": "Xã hội", "en": "Society" }, "pillar": "society", "maximum": 10, "rule": { "best": [
                { "steps": { "of": "plan", "levels": [{ "at": 1, "share": "1/2" }] } }, { "linear": { "of": "coverage", "to": 95 } } ] } } ] },
            { "code": "D", "name": { "vi": "Điểm thưởng", "en": "Bonus" }, "block": "bonus", "criteria": [
              { "code": "D.1", "name": { "vi": "Nhân rộng", "en": "Replicated" }, "pillar": "society", "maximum": 2, "rule": { "linear": { "of": "ideas", "to": 10 } } },
              { "code": "D.2", "name": { "vi": "Lãnh đạo", "en": "Leadership" }, "pillar": "society", "maximum": 1, "rule": { "linear": { "of": "leadership", "to": 10 } } } ] },
            { "code": "P", "name": { "vi": "Điểm trừ", "en": "Deductions" }, "block": "penalty", "criteria": [
              { "code": "P.1", "name": { "vi": "Báo cáo chậm", "en": "Late reports" }, "pillar": "government", "maximum": 3, "rule": { "linear": { "of": "late-reports", "from": 0, "to": 5 } } } ] } ]
        }
        """;
}
