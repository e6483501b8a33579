using DaNangDxIndex.Criteria;
using DaNangDxIndex.Scoring.Differences;

namespace DaNangDxIndex.Scoring;

public class CriteriaDifferenceTests
{
    private const string Linear = """{ "linear": { "of": "a", "to": 10 } }""";

    [Fact]
    public void A_set_does_not_differ_from_itself()
    {
        var difference = Between(Set(One("1.1", "6"), One("1.2", "4")), Set(One("1.1", "6"), One("1.2", "4")));

        difference.IsNone.ShouldBeTrue();
        difference.InWords().ShouldBe(new("2 tiêu chí giữ nguyên.", "All 2 criteria are unchanged."));
    }

    [Fact]
    public void Added_removed_and_changed_criteria_are_told_one_by_one_and_in_a_sentence()
    {
        var difference = Between(Set(One("1.1", "6"), One("1.2", "4")), Set(One("1.1", "7"), One("1.3", "3")));

        difference.Changes.Select(change => (change.Criterion.Code, change.Kind)).ShouldBe(
            [("1.1", DifferenceKind.Changed), ("1.3", DifferenceKind.Added), ("1.2", DifferenceKind.Removed)]);
        difference.InWords().Vi.ShouldBe("Thêm 1, bỏ 1, thay đổi 1 tiêu chí; 0 tiêu chí giữ nguyên.");
        difference.InWords().En.ShouldBe("Criteria: 1 added, 1 removed, 1 changed; 0 unchanged.");
    }

    [Fact]
    public void A_unit_that_was_founded_anew_under_its_old_name_is_no_change_to_whoever_reads_names()
    {
        var (was, now) = (Set(One("1.1", "10")), Set(One("1.1", "10")));
        CriteriaSet By(CriteriaSet set, string unit) => set with { Components = [.. set.Components.Select(component => component with
        {
            Criteria = [.. component.Criteria.Select(criterion => criterion with { VerifyingUnit = unit })],
        })] };
        var difference = Between(By(was, "so-noi-vu"), By(now, "so-noi-vu-2025"));
        difference.IsNone.ShouldBeFalse();

        difference.WithUnits(_ => new("Sở Nội vụ", "Department of Home Affairs")).IsNone.ShouldBeTrue();
        difference.WithUnits(code => new(code, code)).Changes.ShouldHaveSingleItem().Aspects.ShouldHaveSingleItem()
            .Aspect.ShouldBe(Aspect.VerifyingUnit);
    }

    [Fact]
    public void A_new_weight_is_no_new_rule_although_the_words_of_the_rule_name_points()
    {
        var change = Between(Set(One("1.1", "6"), One("1.2", "4")), Set(One("1.1", "8"), One("1.2", "2"))).Changes.First();

        change.Aspects.ShouldBe([new AspectChange(Aspect.Weight, new("6", "6"), new("8", "8"))]);
    }

    [Fact]
    public void A_new_rule_is_told_in_words()
    {
        var change = Between(Set(One("1.1", "10")), Set(One("1.1", "10", """{ "linear": { "of": "a", "to": 20 } }""")))
            .Changes.ShouldHaveSingleItem();

        var aspect = change.Aspects.ShouldHaveSingleItem();
        aspect.Aspect.ShouldBe(Aspect.Rule);
        (aspect.Before?.Vi.Replace('\u00A0', ' '), aspect.After?.Vi.Replace('\u00A0', ' ')).ShouldBe(
            ("“a vi”: từ 10 trở lên: 10 điểm; dưới 10: tính theo tỷ lệ.", "“a vi”: từ 20 trở lên: 10 điểm; dưới 20: tính theo tỷ lệ."));
    }

    [Fact]
    public void A_new_numbering_is_no_removal()
    {
        var (first, second) = (One("1.1", "6").Replace("\"name\": \"1.1\"", "\"name\": \"Kế hoạch\"", StringComparison.Ordinal),
            One("1.2", "4").Replace("\"name\": \"1.2\"", "\"name\": \"Họp\"", StringComparison.Ordinal));
        var swapped =
            new[] { second.Replace("1.2", "1.1", StringComparison.Ordinal), first.Replace("1.1", "1.2", StringComparison.Ordinal) };

        Between(Set(first, second), Set(swapped))
            .Changes.Select(change => change.Aspects.ShouldHaveSingleItem().Aspect).ShouldBe([Aspect.Code, Aspect.Code]);
    }

    [Fact]
    public void Another_method_and_another_way_to_ask_a_figure_are_told()
    {
        var difference = CriteriaDifference.Of(
            Set(One("1.1", "10")), SmallSet.Read(
                SmallSet.File("10", SmallSet.Figure("a", "number"), One("1.1", "10"), SmallSet.Method + """, "decimals": 3""")));

        difference.MethodBefore.ShouldHaveSingleItem().En.ShouldContain("to 2 decimals");
        difference.MethodAfter.ShouldHaveSingleItem().En.ShouldContain("to 3 decimals");
        difference.Figures.ShouldHaveSingleItem().Aspects.Select(change => change.Aspect).ShouldBe([Aspect.Kind, Aspect.Bounds]);
    }

    private static CriteriaDifference Between(CriteriaSet before, CriteriaSet after) => CriteriaDifference.Of(before, after);

    private static CriteriaSet Set(params string[] criteria) =>
        SmallSet.Read(SmallSet.File("10", SmallSet.Count("a"), string.Join(",", criteria)));

    private static string One(string code, string maximum, string rule = Linear) => SmallSet.Criterion(code, maximum, rule);
}
