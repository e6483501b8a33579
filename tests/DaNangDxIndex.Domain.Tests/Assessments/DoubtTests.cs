using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Assessments;

public class DoubtTests
{
    private static readonly Guid Somebody = Guid.NewGuid();
    private static readonly DateTimeOffset Now = new(2025, 11, 20, 8, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(100, 101, DoubtKind.AboveWhole)]
    [InlineData(100, 100, null)]
    [InlineData(0, 1, DoubtKind.PartOfNothing)]
    [InlineData(0, 0, null)]
    public void A_part_above_its_whole_is_doubted_and_a_part_of_nothing_is_an_error(int received, int online, DoubtKind? kind)
    {
        var doubt = Doubts.Of(Form(), Values(("received", received), ("online", online)), null).SingleOrDefault();

        ((DoubtKind?)doubt?.Kind).ShouldBe(kind);
        (doubt?.IsError ?? false).ShouldBe(kind == DoubtKind.PartOfNothing);
        (doubt?.Figure?.Code).ShouldBe(kind is null ? null : "online");
    }

    [Fact]
    public void A_blank_is_not_doubted() => Doubts.Of(Form(), Values(("online", 5)), null).ShouldBeEmpty();

    [Fact]
    public void Figures_of_different_units_are_no_part_and_whole()
    {
        var set = SmallSet.Of();
        var staff = set with { Figures = [.. set.Figures.Select(
            figure => figure.Code == "received" ? figure with { Unit = new("người", "people") } : figure)] };

        Doubts.Of(EntryForm.Of(staff, "p-hai-chau"), Values(("received", 10), ("online", 12)), null).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(100, 120, false)]
    [InlineData(100, 121, true)]
    [InlineData(100, 80, false)]
    [InlineData(100, 79, true)]
    [InlineData(0, 10, true)]
    [InlineData(12, 0, true)]
    [InlineData(4, 9, false)]
    [InlineData(9, 4, false)]
    public void A_change_by_more_than_a_fifth_is_a_jump_unless_both_numbers_are_small(int then, int now, bool jumps) =>
        Doubts.Of(Form(), Values(("received", now)), new LastYear(2024, Values(("received", then)))).Select(doubt => doubt.Key)
            .ShouldBe(jumps ? ["jump:received"] : []);

    [Fact]
    public void A_jump_is_told_with_both_values_in_each_language()
    {
        var sentence = Doubts.Of(Form(), Values(("received", 1297)), new LastYear(2024, Values(("received", 961)))).Single().Sentence;

        sentence.Vi.ShouldBe(
            "“Số received”: 1.297\u00A0hồ sơ, tăng 35% so với năm 2024 (961\u00A0hồ sơ). Kiểm tra lại; nếu đúng, viết thuyết minh.");
        sentence.En.ShouldBe(
            "“Files received”: 1,297\u00A0files, up 35% against 2024 (961\u00A0files). Check it; if it is right, explain.");
    }

    [Fact]
    public void Without_a_year_before_nothing_jumps() => Doubts.Of(Form(), Values(("received", 5000)), null).ShouldBeEmpty();

    [Fact]
    public void Numbers_that_are_all_those_of_last_year_are_doubted_together_where_there_are_three_of_them()
    {
        var set = SmallSet.Of();
        var criteriaSet = set with { Components = [set.Components[0] with { Criteria = [.. set.Criteria] }] };
        (string, int)[] same = [("received", 100), ("online", 90), ("paid", 80)];

        Kinds(criteriaSet, same, same).ShouldBe([DoubtKind.SameAsLastYear]);
        Kinds(criteriaSet, [("received", 100), ("online", 90), ("paid", 81)], same).ShouldBeEmpty();
        Kinds(criteriaSet, [("received", 100), ("online", 90)], same).ShouldBeEmpty("a blank is not last year's value");
        Kinds(criteriaSet, [("received", 0), ("online", 0), ("paid", 0)], [("received", 0), ("online", 0), ("paid", 0)]).ShouldBeEmpty();
        Kinds(set, same, same).ShouldBeEmpty("two equal numbers may be chance");
    }

    [Fact]
    public void A_sentence_answers_for_the_values_it_was_written_about_and_no_others()
    {
        var doubt = Above(110);
        var said = Said(doubt, "Gồm cả hồ sơ năm trước");

        doubt.IsAnsweredBy(said).ShouldBeTrue();
        Above(111).Key.ShouldBe(doubt.Key);
        Above(111).IsAnsweredBy(said).ShouldBeFalse();
        doubt.IsAnsweredBy(null).ShouldBeFalse();
    }

    [Fact]
    public void No_sentence_answers_an_error()
    {
        var error = Doubts.Of(Form(), Values(("received", 0), ("online", 1)), null).Single();

        error.IsAnsweredBy(Said(error, "Đúng vậy")).ShouldBeFalse();
        Should.Throw<RuleViolation>(() => Doubts.RequireNoneOpen([error], AssessmentVerb.Submit)).Code.ShouldBe("doubts.errors");
    }

    [Fact]
    public void A_warning_without_a_sentence_keeps_the_form_from_being_handed_in()
    {
        var doubt = Above(110);

        Refused(AssessmentVerb.Submit).Code.ShouldBe("doubts.open");
        Refused(AssessmentVerb.Submit).Sentence.Vi.ShouldStartWith("Chưa nộp được: 1 cảnh báo");
        Refused(AssessmentVerb.AskForApproval).Sentence.Vi.ShouldStartWith("Chưa trình được: 1 cảnh báo");
        Refused(AssessmentVerb.AskForApproval).Sentence.En.ShouldStartWith("Not ready to ask for approval: 1 of the warnings has no ");
        Doubts.RequireNoneOpen(Doubts.Open([doubt], Dictionary(Said(doubt, "Đúng"))), AssessmentVerb.Submit);

        RuleViolation Refused(AssessmentVerb verb) =>
            Should.Throw<RuleViolation>(() => Doubts.RequireNoneOpen(Doubts.Open([doubt], Nothing), verb));
    }

    [Fact]
    public void A_criterion_is_answered_when_each_of_its_pairs_is()
    {
        var values = Values(("received", 100), ("online", 110), ("paid", 120));
        var doubts = Doubts.Of(Form(), values, null);

        Doubts.Answered(Form(), doubts, Nothing).ShouldBeEmpty();
        Doubts.Answered(Form(), doubts, Dictionary(Said(doubts[0], "Đúng"))).ShouldBe(["A.1"]);
        Doubts.Answered(Form(), doubts, Dictionary(Said(doubts[0], "Đúng"), Said(doubts[1], "Đúng")))
            .ShouldBe(["A.1", "B.1"], ignoreOrder: true);
    }

    private static readonly Dictionary<string, Clarification> Nothing = new(StringComparer.Ordinal);

    private static EntryForm Form() => EntryForm.Of(SmallSet.Of(), "p-hai-chau");

    private static Doubt Above(int online) => Doubts.Of(Form(), Values(("received", 100), ("online", online)), null).Single();

    private static Clarification Said(Doubt doubt, string sentence)
    {
        var said = new Clarification(2025, "p-hai-chau", doubt.Key);
        said.Write(doubt, sentence, Somebody, Now);
        return said;
    }

    private static Dictionary<string, Clarification> Dictionary(params Clarification[] said) =>
        said.ToDictionary(clarification => clarification.Doubt, StringComparer.Ordinal);

    private static IEnumerable<DoubtKind> Kinds(CriteriaSet set, (string, int)[] now, (string, int)[] then) =>
        Doubts.Of(EntryForm.Of(set, "p-hai-chau"), Values(now), new LastYear(2024, Values(then))).Select(doubt => doubt.Kind);

    private static Dictionary<string, FigureValue> Values(params (string Code, int Value)[] values) =>
        values.ToDictionary(value => value.Code, value => FigureValue.Of(value.Value), StringComparer.Ordinal);
}
