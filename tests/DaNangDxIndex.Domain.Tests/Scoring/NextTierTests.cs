using DaNangDxIndex.Criteria;
using DaNangDxIndex.Text;
using static DaNangDxIndex.Scoring.NextTierSets;

namespace DaNangDxIndex.Scoring;

public class NextTierTests
{
    private static readonly Figure Received = Count("received", "hồ sơ") with { Name = new("Hồ sơ tiếp nhận", "Files received") };
    private static readonly Figure Online = Count("online", "hồ sơ") with { Name = new("Hồ sơ trực tuyến", "Files online") };

    // 60 points given, 40 for the share of files online up to 95 %: 80 points are reached at 47.5 % of the files.
    private static readonly CriteriaSet Files = Set(
        [GivenFigure("A"), Received, Online],
        Component("K", Given("A", 60), Criterion("B", 40, new Linear(Ratio("online", "received"), 0, Fraction.Parse("0.95")))));

    [Fact]
    public void The_least_whole_number_of_files_is_named_with_its_whole()
    {
        var advice = Advice(
            Files, Input(("A-given", FigureValue.Of(60)), ("received", FigureValue.Of(1297)), ("online", FigureValue.Of(593))));

        (advice.Next?.Code).ShouldBe("good");
        advice.Suggestions.ShouldHaveSingleItem().Sentence.Vi.Typed().ShouldBe(
            "Hồ sơ trực tuyến: tăng thêm 23 hồ sơ, từ 593 lên 616 trên tổng số 1.297 → 80,00 điểm, good");
        advice.Suggestions[0].Sentence.En.Typed().ShouldStartWith("Files online: 23 hồ sơ more, from 593 to 616 of 1,297 → 80.00 points");
    }

    [Fact]
    public void The_rounded_total_decides()
    {
        // 19.995 of 40 points round up to 80.00: 474.88 of 1,000 files, where the exact bound would ask for 475.
        var advice = Advice(
            Files, Input(("A-given", FigureValue.Of(60)), ("received", FigureValue.Of(100_000)), ("online", FigureValue.Of(40_000))));

        advice.Suggestions.ShouldHaveSingleItem().Changes[0].To.Number.ShouldBe(47_489);
        advice.Suggestions[0].After.BeforeCap.ShouldBeLessThan((Fraction)80);
        advice.Suggestions[0].After.Total.ShouldBe(80.00m);
    }

    [Fact]
    public void A_part_never_grows_past_its_whole()
    {
        var advice = Advice(Files, Input(("A-given", FigureValue.Of(39)), ("received", FigureValue.Of(10)), ("online", FigureValue.Of(6))));

        // 64.26 now; 65 needs 26 of 40 points, 6.175 files.
        advice.Suggestions.ShouldHaveSingleItem().Changes[0].To.Number.ShouldBe(7);
        Advice(Files, Input(("A-given", FigureValue.Of(24)), ("received", FigureValue.Of(10)), ("online", FigureValue.Of(6)))).OutOfReach
            .ShouldBeTrue();
    }

    [Fact]
    public void Figures_from_surveys_stay_unless_asked()
    {
        var input = Input(("A-given", FigureValue.Of(24)), ("received", FigureValue.Of(10)), ("online", FigureValue.Of(10)));

        Advice(Files, input).Suggestions.ShouldBeEmpty();
        Advice(Files, input, new NextTierScope { Sources = [FigureSource.Agency, FigureSource.Survey] })
            .Suggestions.ShouldHaveSingleItem().Changes.ShouldHaveSingleItem().Figure.Code.ShouldBe("A-given");
    }

    [Fact]
    public void Points_that_an_appraiser_set_stay_unless_asked()
    {
        var input = Input(("A-given", FigureValue.Of(60)), ("received", FigureValue.Of(10)), ("online", FigureValue.Of(1))) with
        {
            Decisions = new Dictionary<string, Decided>(StringComparer.Ordinal) { ["B"] = new(VerdictDecision.Points, 6) },
        };

        Advice(Files, input).OutOfReach.ShouldBeTrue();
        Advice(Files, input, new NextTierScope { Decided = true }).Suggestions.ShouldHaveSingleItem().Changes[0].To.Number.ShouldBe(2);
    }

    [Fact]
    public void A_penalty_goes_down_although_the_office_counts_it()
    {
        var late = Count("late", "lần") with { Source = FigureSource.Office };
        var set = Set(
            [GivenFigure("A"), late], Component("K", Given("A", 100)), Penalty(Criterion("P.1", 4, new Linear(Of("late"), 0, 4))));

        var change = Advice(set, Input(("A-given", FigureValue.Of(92)), ("late", FigureValue.Of(3)))).Suggestions
            .ShouldHaveSingleItem().Changes.ShouldHaveSingleItem();

        change.To.Number.ShouldBe(2);
        change.Sentence.Vi.Typed().ShouldBe("late: giảm 1 lần, từ 3 xuống 2");
    }

    [Fact]
    public void A_gate_asks_for_the_component_it_names()
    {
        var set = Set(
            [GivenFigure("A"), Received, Online],
            Component("K", Given("A", 90)),
            Component("L", Criterion("B", 10, new Linear(Ratio("online", "received"), 0, 1)))) with
        {
            Method = Usual with { Gates = [new Gate("excellent", [], Fraction.Of(1, 2))] },
        };

        var advice = Advice(set, Input(("A-given", FigureValue.Of(90)), ("received", FigureValue.Of(200)), ("online", FigureValue.Of(20))));

        advice.Now.Tier.ShouldNotBeNull().Code.ShouldBe("good");
        advice.Suggestions.ShouldHaveSingleItem().Changes[0].To.Number.ShouldBe(100);
    }

    [Fact]
    public void Two_figures_are_moved_where_none_suffices_and_neither_more_than_it_must()
    {
        var set = Set(
            [GivenFigure("A"), Count("meetings", "cuộc"), Count("courses", "lớp")],
            Component("K", Given("A", 60), Criterion("B", 20, new Linear(Of("meetings"), 0, 4)), Criterion(
                "C", 20, new Linear(Of("courses"), 0, 10))));

        // 40 points now: of the 25 that are missing the meetings bring at most 20, the courses at most 12.
        var changes = Advice(set,
            Input(("A-given", FigureValue.Of(32)), ("meetings", FigureValue.Of(0)), ("courses", FigureValue.Of(4)))).Suggestions
                .ShouldHaveSingleItem().Changes;

        changes.Select(change => (change.Figure.Code, change.To.Number)).ShouldBe([("meetings", 4m), ("courses", 7m)], ignoreOrder: true);
    }

    [Fact]
    public void A_figure_read_by_two_criteria_moves_both()
    {
        // More files online help B, and hurt C as long as no more of them are in time.
        var set = Set(
            [GivenFigure("A"), Received, Online, Count("inTime", "hồ sơ")],
            Component("K", Given("A", 60), Criterion("B", 30, new Linear(Ratio("online", "received"), 0, 1)), Criterion(
                "C", 10, new Linear(Ratio("inTime", "online"), 0, 1))));
        var input = Input(
            ("A-given", FigureValue.Of(60)), ("received", FigureValue.Of(100)), ("online", FigureValue.Of(40)),
            ("inTime", FigureValue.Of(40)));

        var advice = Advice(set, input);

        advice.Now.Total.ShouldBe(82.00m);
        var online = advice.Suggestions.First(suggestion => suggestion.Changes is [{ Figure.Code: "online" }]);
        online.After.Tier.ShouldNotBeNull().Code.ShouldBe("excellent");
        online.After.Criteria[2].Points.ShouldBeLessThan((Fraction)10);
    }

    [Fact]
    public void The_highest_tier_needs_no_advice() =>
        Advice(Files, Input(("A-given", FigureValue.Of(60)), ("received", FigureValue.Of(10)), ("online", FigureValue.Of(10)))).Next
            .ShouldBeNull();

    [Fact]
    public void A_search_that_reaches_its_bound_says_so()
    {
        var figures = Enumerable.Range(0, 30).Select(place => Count($"f{place}")).ToList();
        var set = Set(
            [GivenFigure("A"), .. figures],
            Component("K", [Given("A", 70), .. figures.Select(figure => Criterion(figure.Code, 1, new Linear(Of(figure.Code), 0, 10)))]));

        var advice = Advice(
            set, Input([("A-given", FigureValue.Of(62)), .. figures.Select(figure => (figure.Code, FigureValue.Of(0)))]),
            new NextTierScope { MostEvaluations = 40 });

        advice.GaveUp.ShouldBeTrue();
        advice.Sentence.En.ShouldContain("limit");
    }

    private static NextTierAdvice Advice(CriteriaSet set, ScoringInput input, NextTierScope? scope = null)
    {
        var scorer = new Scorer(set);
        return NextTier.Of(scorer, input, scorer.BestOf([input]), scope);
    }
}
