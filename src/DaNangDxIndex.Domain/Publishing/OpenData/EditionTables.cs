using DaNangDxIndex.Criteria;
using DaNangDxIndex.Scoring;
using static DaNangDxIndex.Publishing.OpenData.OpenColumns;

namespace DaNangDxIndex.Publishing.OpenData;

/// <summary>The four tables of one publication, all from its frozen text: who, on what, what came out, and how it ranks.</summary>
public static class EditionTables
{
    private const string Computed = "computed";
    private const string Illustrative = "illustrative";

    public static IReadOnlyList<OpenTable> Of(PublishedEdition edition) =>
        [Ranking(edition), Scores(edition), CriteriaOf(edition), Agencies(edition)];

    private static OpenTable Ranking(PublishedEdition edition) => new(
        "ranking", new("Thứ hạng, tổng điểm và xếp loại của từng cơ quan, đơn vị.", "Rank, total and tier of every agency."),
        [
            GroupCode, AgencyCode, Name, NameEn, Parent,
            Whole("rank", "Thứ hạng; trống: không xếp hạng", "Rank; empty: not ranked"),
            Whole("ranked_among", "Số cơ quan cùng xếp hạng", "How many agencies it is ranked among"),
            Number("total", "Tổng điểm", "Total"), Number("scale", "Thang điểm", "Scale"),
            Words("tier", "Mã xếp loại", "Code of the tier"), Words("tier_name", "Xếp loại", "Tier in Vietnamese"),
            Number("self_total", "Tổng điểm tự đánh giá", "Self-assessed total"),
            Flag("submitted", "Đã nộp hồ sơ", "The agency submitted its assessment"), From(),
        ],
        ["agency"],
        edition.Groups.SelectMany(group => group.Results.Select(result => group.Entrant(result.Agency)).OfType<Entrant>()
            .Concat(group.LeftOut).Select(entrant => RankingRow(group, entrant, group.ResultOf(entrant.Agency)))));

    private static string?[] RankingRow(PublishedGroup group, Entrant entrant, Result? result)
    {
        var method = group.Criteria.Method;
        var tier = method.Tiers.FirstOrDefault(tier => tier.Code == result?.Tier);
        return
        [
            group.Code, entrant.Agency, Plain(entrant.Name.Vi), Plain(entrant.Name.En), entrant.Parent, OpenColumns.Of(result?.Rank),
            result?.Rank is null ? null : OpenColumns.Of(group.RankedBeside(entrant)), result?.Total, Rounded(method.Scale), tier?.Code,
            tier is null ? null : Plain(tier.Name.Vi), result?.SelfAssessed?.Total, OpenColumns.Of(entrant.Submitted), Provenance(entrant),
        ];
    }

    private static OpenTable Scores(PublishedEdition edition) => new(
        "scores", new("Điểm từng tiêu chí của từng cơ quan, đơn vị.", "Points of every agency in every criterion."),
        [
            GroupCode, AgencyCode, Words("component", "Mã nhóm tiêu chí", "Code of the component") with { Required = true },
            Words("criterion", "Mã tiêu chí", "Code of the criterion") with { Required = true },
            Words("state", "Tình trạng", "State") with { Required = true, Allowed = [.. Enum.GetValues<ResultState>().Select(Word)] },
            Number("points", "Điểm, làm tròn 6 chữ số; âm nếu là điểm trừ", "Points, to six decimals; negative where taken off"),
            Words("points_exact", "Điểm chính xác (phân số)", "Exact points, as a fraction"),
            Number("maximum", "Điểm tối đa áp dụng", "Maximum that counted for the agency"),
            Words("maximum_exact", "Điểm tối đa chính xác", "Exact maximum"),
            Number("self_points", "Điểm tự đánh giá", "Self-assessed points"),
            Words("provenance", "Nguồn các số liệu của tiêu chí, cách nhau bằng dấu cách", "Where the figures of the criterion come from, "
                + "parted by spaces: agency, system, survey, office, press, illustrative; decided: by an appraiser") with
            {
                Required = true,
            },
        ],
        ["agency", "criterion"],
        edition.Groups.SelectMany(group => group.Results.SelectMany(result => ScoreRows(group, result))));

    private static IEnumerable<string?[]> ScoreRows(PublishedGroup group, Result result)
    {
        var entrant = group.Entrant(result.Agency) ?? throw new InvalidOperationException($"{result.Agency} is no entrant.");
        foreach (var points in result.Criteria)
        {
            var component = group.Criteria.ComponentOf(points.Code);
            Fraction sign = component?.Sign ?? 1;
            yield return
            [
                group.Code, result.Agency, component?.Code, points.Code, Word(points.State), Rounded(sign * points.Points),
                (sign * points.Points).ToString(), Rounded(sign * points.Maximum), (sign * points.Maximum).ToString(),
                result.SelfAssessed?.Of(points.Code)?.Points is { } self ? Rounded(sign * self) : null,
                string.Join(' ', ProvenanceOf(group.Criteria, entrant, points)),
            ];
        }
    }

    private static OpenTable CriteriaOf(PublishedEdition edition) => new(
        "criteria", new("Bộ chỉ số của từng khối: nhóm tiêu chí, tiêu chí, điểm tối đa, cách tính.",
            "What each group is assessed on: components, criteria, maxima and rules."),
        [
            GroupCode, Words("component", "Mã nhóm tiêu chí", "Code of the component") with { Required = true },
            Words("component_name", "Tên nhóm tiêu chí", "Component in Vietnamese") with { Required = true },
            Words("component_name_en", "Tên nhóm tiêu chí (tiếng Anh)", "Component in English"),
            Words("block", "Loại điểm", "Where its points go") with
            {
                Required = true, Allowed = [.. Enum.GetValues<Block>().Select(Word)],
            },
            Words("criterion", "Mã tiêu chí", "Code of the criterion") with { Required = true }, Name, NameEn,
            Words("pillar", "Trụ cột", "Pillar") with { Required = true, Allowed = [.. Enum.GetValues<Pillar>().Select(Word)] },
            Number("maximum", "Điểm tối đa", "Maximum points") with { Required = true },
            Words("rule", "Cách tính", "Rule in Vietnamese"), Words("rule_en", "Cách tính (tiếng Anh)", "Rule in English"),
            Words("provenance", "Căn cứ pháp lý", "Legal basis"),
        ],
        ["group", "criterion"],
        edition.Groups.SelectMany(group => group.Criteria.Components.SelectMany(component => component.Criteria.Select(criterion =>
            CriterionRow(group, component, criterion)))));

    private static string?[] CriterionRow(PublishedGroup group, Component component, Criterion criterion)
    {
        var rule = criterion.Rule is null ? null : Explanation.RuleInWords(group.Criteria, criterion);
        return
        [
            group.Code, component.Code, Plain(component.Name.Vi), Plain(component.Name.En), Word(component.Block), criterion.Code,
            Plain(criterion.Name.Vi), Plain(criterion.Name.En), Word(criterion.Pillar), Rounded(criterion.Maximum),
            rule is null ? null : Plain(rule.Vi), rule is null ? null : Plain(rule.En),
            criterion.LegalBasis is { } basis ? Plain(basis.Vi) : null,
        ];
    }

    private static OpenTable Agencies(PublishedEdition edition) => new(
        "agencies", new("Cơ quan, đơn vị được đánh giá, tên gọi tại thời điểm công bố.", "Who was assessed, as they were called then."),
        [
            AgencyCode, GroupCode, Name, NameEn, Parent, Flag("ranked", "Được xếp hạng", "Takes part in the ranking"),
            Flag("submitted", "Đã nộp hồ sơ", "The agency submitted its assessment"), From(),
        ],
        ["agency"],
        edition.Groups.SelectMany(group => group.Entrants.Select(entrant => (string?[])
        [
            entrant.Agency, group.Code, Plain(entrant.Name.Vi), Plain(entrant.Name.En), entrant.Parent, OpenColumns.Of(entrant.Ranked),
            OpenColumns.Of(entrant.Submitted), Provenance(entrant),
        ])));

    private static OpenColumn From() => Words("provenance", "Nguồn: tính từ số liệu, hoặc có số liệu minh họa",
        "computed, or illustrative where some of its figures are made for demonstration") with
    {
        Required = true, Allowed = [Computed, Illustrative],
    };

    private static string Provenance(Entrant entrant) => entrant.Illustrative ? Illustrative : Computed;

    private static IEnumerable<string> ProvenanceOf(CriteriaSet set, Entrant entrant, CriterionPoints points)
    {
        var figures = set.Criterion(points.Code)?.Figures ?? [];
        var sources = figures.Select(code => entrant.Provenance.TryGetValue(code, out var from)
            ? Word(from)
            : Word(set.Figure(code)?.Source ?? FigureSource.Agency));
        if (points.State == ResultState.Decided)
            sources = sources.Append("decided");
        return sources.DefaultIfEmpty("decided").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
    }
}
