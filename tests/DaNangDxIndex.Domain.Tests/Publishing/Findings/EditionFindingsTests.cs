using DaNangDxIndex.Assessments;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Scoring;

namespace DaNangDxIndex.Publishing.Findings;

/// <summary>
/// What a signatory is told, and about whom. Totals of the small set are the figure "score", plus a bonus, less a penalty.
/// </summary>
public sealed class EditionFindingsTests
{
    private const string Small = """
        {
          "edition": 2025, "group": "small", "name": { "vi": "Khối nhỏ", "en": "Small group" },
          "method": { "scale": 100, "notApplicable": "exclude", "nothingDue": "exclude", "tiers": [
            { "code": "excellent", "name": { "vi": "Xuất sắc", "en": "Excellent" }, "from": 90 },
            { "code": "average", "name": { "vi": "Trung bình", "en": "Average" }, "from": 0 } ] },
          "figures": [
            { "code": "score", "name": { "vi": "Điểm", "en": "Score" }, "kind": "number", "least": 0, "most": 100 },
            { "code": "award", "name": { "vi": "Giải thưởng", "en": "Award" }, "kind": "yesNo" },
            { "code": "late", "name": { "vi": "Báo cáo chậm", "en": "Late reports" }, "kind": "count", "source": "office" } ],
          "components": [
            { "code": "A", "name": { "vi": "Chính", "en": "Main" }, "criteria": [
              { "code": "A.1", "name": { "vi": "Điểm", "en": "Score" }, "pillar": "government", "maximum": 100,
                "rule": { "linear": { "of": "score", "from": 0, "to": 100 } } } ] },
            { "code": "B", "name": { "vi": "Thưởng", "en": "Bonus" }, "block": "bonus", "criteria": [
              { "code": "B.1", "name": { "vi": "Giải", "en": "Award" }, "pillar": "government", "maximum": 5,
                "rule": { "linear": { "of": "award", "from": 0, "to": 1 } } } ] },
            { "code": "P", "name": { "vi": "Trừ", "en": "Penalty" }, "block": "penalty", "criteria": [
              { "code": "P.1", "name": { "vi": "Chậm", "en": "Late" }, "pillar": "government", "maximum": 5,
                "rule": { "linear": { "of": "late", "from": 0, "to": 5 } } } ] } ]
        }
        """;

    private static readonly CriteriaSet Set = CriteriaFile.Read(Small).Require();

    [Fact]
    public void Nothing_to_tell_is_no_finding() => Of([Agency("a", "80"), Agency("b", "60")]).All.ShouldBeEmpty();

    [Theory]
    [InlineData("90", FindingKind.OnTierBound, "90,00 điểm: mức Xuất sắc")]
    [InlineData("89.5", FindingKind.NearTierBound, "89,50 điểm, cách mức Xuất sắc (90,00) 0,50 điểm")]
    [InlineData("90.5", FindingKind.NearTierBound, "90,50 điểm, cách mức Xuất sắc (90,00) 0,50 điểm")]
    public void A_total_at_a_bound_is_told(string score, FindingKind kind, string said)
    {
        var found = Of([Agency("a", score)]).All.ShouldHaveSingleItem();
        (found.Kind, found.Cases.ShouldHaveSingleItem().Detail?.Vi).ShouldBe((kind, said));
    }

    [Theory]
    [InlineData("89.49")]
    [InlineData("90.51")]
    public void A_total_further_off_is_not(string score) => Of([Agency("a", score)]).All.ShouldBeEmpty();

    [Fact]
    public void Those_that_share_rank_1_are_told_together()
    {
        Cases([Agency("a", "80"), Agency("b", "80"), Agency("c", "10"), Agency("d", "10")], FindingKind.TieOnFirst).ShouldBe(["a", "b"]);
        Of([Agency("a", "80"), Agency("c", "10"), Agency("d", "10")]).All.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("80", null, null, "70", "tăng 10,00 điểm so với năm 2024")]
    [InlineData("80", null, null, "90.00", "giảm 10,00 điểm so với năm 2024")]
    [InlineData("80", 11, 30, null, "tăng 10 bậc so với năm 2024")]
    [InlineData("80", null, null, "70.01", null)]
    [InlineData("80", 10, 30, "80", null)]
    public void Ten_points_or_ten_places_are_a_jump(string score, int? rank, int? ranked, string? total, string? said)
    {
        var found = Of([Agency("a", score) with { Before = new(2024, rank, ranked, null, total) }]);
        found.All.SelectMany(finding => finding.Cases).Select(findingCase => findingCase.Detail?.Vi).ShouldBe(said is null ? [] : [said]);
    }

    [Fact]
    public void Totals_above_the_scale_are_told_with_what_they_were() =>
        Of([Agency("a", "98", ("award", "yes"))]).All.ShouldHaveSingleItem().Cases.ShouldHaveSingleItem().Detail.ShouldBe(
            new("103,00 điểm trước khi giới hạn", "103.00 points before the cap"));

    [Fact]
    public void Blank_figures_are_told_apart_from_blank_penalties()
    {
        var found = Of([Bare("a", ("score", "80")), Bare("b", ("score", "70"), ("late", "0")),
            Bare("c") with { Submission = Submission.NotSubmitted }]);
        found.All.Select(finding => finding.Kind).ShouldBe([FindingKind.BlankFigure, FindingKind.BlankPenalty]);
        found.All[0].Cases.Select(found => (found.Agency, found.Detail?.Vi)).ShouldBe([("a", "Giải thưởng"), ("b", "Giải thưởng")]);
        found.All[1].Cases.Select(findingCase => (findingCase.Agency, findingCase.Detail?.Vi)).ShouldBe([("a", "Báo cáo chậm")]);
    }

    [Fact]
    public void A_stored_figure_that_the_criteria_refuse_counts_as_blank_and_blocks()
    {
        var found = Of([Agency("a", "120"), Agency("b", "80")]);
        found.Groups[0].ResultOf("a").ShouldNotBeNull().Total.ShouldBe("0.00");
        var blocking = found.Blocking.ShouldHaveSingleItem();
        blocking.Kind.ShouldBe(FindingKind.BlockedFigure);
        blocking.Cases.ShouldHaveSingleItem().Detail.ShouldNotBeNull().Vi.ShouldStartWith("Điểm: ");
    }

    [Fact]
    public void An_agency_to_which_nothing_applies_is_told()
    {
        var nothing = Agency("a", "80") with
        {
            Decisions = new Dictionary<string, PublishedDecision>(StringComparer.Ordinal)
            {
                ["A.1"] = new(VerdictDecision.NotApplicable, null, ReasonCode.OutsideTheRemit),
            },
        };
        Cases([nothing, Agency("b", "80")], FindingKind.NothingApplies).ShouldBe(["a"]);
    }

    [Fact]
    public void The_files_tell_what_was_left_open()
    {
        var found = EditionFindings.Of(Groups([Agency("a", "80"), Agency("b", "70"), Agency("c", "60")]),
        [
            new("a", AssessmentState.Reopened)
            {
                Reopened = "A.1",
                ExtendedTo = new DateTimeOffset(2026, 1, 15, 17, 0, 0, TimeSpan.Zero),
                ExtensionReason = "bão",
            },
            new("b", AssessmentState.NotSubmitted) { OpenRequests = ["A.1"], StaleVerdicts = ["A.1", "B.1"] },
            new("c", AssessmentState.Final) { VerdictsWithoutReason = ["B.1"], CorrectionsWithoutReason = ["score"] },
        ]);

        found.All.SelectMany(finding => finding.Cases.Select(found => (finding.Kind, found.Agency, found.Detail?.Vi))).ShouldBe(
        [
            (FindingKind.NotFinal, "a", "đang mở lại tiêu chí A.1"),
            (FindingKind.NotSubmitted, "b", null),
            (FindingKind.OpenRequest, "b", "tiêu chí A.1"),
            (FindingKind.StaleVerdict, "b", "tiêu chí A.1, B.1"),
            (FindingKind.VerdictWithoutReason, "c", "tiêu chí B.1"),
            (FindingKind.CorrectionWithoutReason, "c", "Điểm"),
            (FindingKind.Extension, "a", "đến 23:59 ngày 15/01/2026; lý do: bão"),
        ]);
        found.Blocking.Select(finding => finding.Kind).ShouldBe([FindingKind.NotFinal]);
    }

    [Fact]
    public void Another_result_or_another_finding_is_another_digest()
    {
        var groups = Groups([Agency("a", "80")]);
        var seen = EditionFindings.Of(groups, [Final("a")]).Digest;
        EditionFindings.Of(Groups([Agency("a", "80")]), [Final("a")]).Digest.ShouldBe(seen);
        EditionFindings.Of(Groups([Agency("a", "81")]), [Final("a")]).Digest.ShouldNotBe(seen);
        EditionFindings.Of(groups, [Final("a") with { OpenRequests = ["A.1"] }]).Digest.ShouldNotBe(seen);
    }

    [Fact]
    public void Findings_survive_writing_and_reading()
    {
        var text = FindingsJson.Write(Of([Agency("a", "90"), Agency("b", "120"), Agency("c", "90")]).All);
        FindingsJson.Write(FindingsJson.Read(text)).ShouldBe(text);
        FindingsJson.Read(text).Select(finding => finding.Kind).ShouldBe(
            [FindingKind.BlockedFigure, FindingKind.BlankFigure, FindingKind.TieOnFirst, FindingKind.OnTierBound]);
    }

    [Fact]
    public void What_blocks_is_never_signed_and_what_does_not_is_signed_once_all_is_acknowledged()
    {
        var blocked = Of([Agency("a", "120"), Agency("b", "90")]);
        Should.Throw<RuleViolation>(() => PublicationRules.RequireAcknowledged(blocked, Enum.GetValues<FindingKind>()))
            .Code.ShouldBe("publication.blocked");

        var open = Of([Agency("a", "90"), Agency("b", "90")]);
        var refusal = Should.Throw<RuleViolation>(() => PublicationRules.RequireAcknowledged(open, [FindingKind.TieOnFirst]));
        refusal.Code.ShouldBe("publication.not-acknowledged");
        refusal.Sentence.Vi.ShouldContain("Tổng điểm đúng bằng mức xếp loại");
        Should.NotThrow(() => PublicationRules.RequireAcknowledged(open, [FindingKind.TieOnFirst, FindingKind.OnTierBound]));
    }

    [Fact]
    public void What_hangs_on_open_criteria_is_told_of_everybody_whose_place_can_change()
    {
        Entrant[] entrants = [Agency("a", "72"), Agency("b", "70"), Agency("c", "60", ("award", "yes"))];
        var stale = entrants[2] with { Decisions = new Dictionary<string,
            PublishedDecision>(StringComparer.Ordinal) { ["B.1"] = new(VerdictDecision.Points, 1, null) } };
        var found = EditionFindings.Of(
            Groups([entrants[0], entrants[1], stale]),
            [Final("a"), Final("b") with { State = AssessmentState.Reopened, Reopened = "B.1" },
                Final("c") with { StaleVerdicts = ["B.1"] }]);

        found.AtStake.All.Select(stake => (stake.Stands.Agency, stake.Reach.Least, stake.Reach.Most, stake.Reach.Best, stake.Reach.Worst,
            string.Join(' ', stake.Criteria))).ShouldBe(
            [("a", 72, 72, 1, 2, ""), ("b", 70, 75, 1, 2, "B.1"), ("c", 61, 65, 3, 3, "B.1")]);
        Of(entrants).AtStake.All.ShouldBeEmpty();
    }

    [Fact]
    public void More_than_can_be_tried_is_said_and_nothing_else_is_lost()
    {
        var many = string.Join(",", Enumerable.Range(2, 13).Select(number => $$"""
            { "code": "A.{{number}}", "name": { "vi": "Phần {{number}}", "en": "Part {{number}}" }, "pillar": "government", "maximum": 1, "rule": { "linear": { "of": "score", "from": 0, "to": 100 } } }
            """));
        var set = CriteriaFile.Read(Small.Replace("\"maximum\": 100,", "\"maximum\": 87,", StringComparison.Ordinal)
            .Replace("\"to\": 100 } } } ] },", $"\"to\": 100 }} }} }}, {many} ] }},", StringComparison.Ordinal)).Require();
        var found = EditionFindings.Of(
            [Computation.Of("small", new("Khối nhỏ", "Small group"), set, null, [Agency("a", "50")])],
            [Final("a") with { OpenRequests = [.. Enumerable.Range(2, 13).Select(number => $"A.{number}")] }]);

        found.AtStake.Refused.ShouldHaveSingleItem().En.ShouldContain("a has 13 open disputes");
        found.All.ShouldNotBeEmpty();
    }

    private static IEnumerable<string> Cases(IReadOnlyList<Entrant> entrants, FindingKind kind) =>
        Of(entrants).All.Single(finding => finding.Kind == kind).Cases.Select(findingCase => findingCase.Agency);

    private static EditionFindings Of(IReadOnlyList<Entrant> entrants) =>
        EditionFindings.Of(Groups(entrants), [.. entrants.Select(entrant => Final(entrant.Agency))]);

    private static PublishedGroup[] Groups(IReadOnlyList<Entrant> entrants) =>
        [Computation.Of("small", new("Khối nhỏ", "Small group"), Set, null, entrants)];

    private static AgencyFile Final(string agency) => new(agency, AssessmentState.Final);

    private static Entrant Agency(string code, string score, params (string Figure, string Value)[] more) =>
        Bare(code, [("score", score), ("award", "no"), ("late", "0"), .. more]);

    private static Entrant Bare(string code, params (string Figure, string Value)[] figures) => new()
    {
        Agency = code,
        Name = new(code, code),
        Ranked = true,
        Figures = figures.GroupBy(figure => figure.Figure)
            .ToDictionary(given => given.Key, given => given.Last().Value, StringComparer.Ordinal),
        Decisions = new Dictionary<string, PublishedDecision>(StringComparer.Ordinal),
    };
}
