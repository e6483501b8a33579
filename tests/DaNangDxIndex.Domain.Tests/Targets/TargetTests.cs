using DaNangDxIndex.Editions;
using DaNangDxIndex.Publishing;

namespace DaNangDxIndex.Targets;

/// <summary>A target is held against what was printed of the same indicator, by codes alone and by the time it was due.</summary>
public sealed class TargetTests
{
    [Theory]
    [InlineData(75, "2025", 75, TargetState.Met)]
    [InlineData(75, "2025-12", 80, TargetState.Met)]
    [InlineData(75, "2025", 74, TargetState.Missed)]
    [InlineData(90, "2024-08", 95, TargetState.MetEarly)]
    [InlineData(24, "2023", 20, TargetState.Short)]
    [InlineData(24, "2025-11", 20, TargetState.Short)]
    public void What_became_of_it_follows_from_level_value_and_time(int level, string period, int percent, TargetState state) =>
        Only(Targeted("x", level), Measured("x", period, percent)).State.ShouldBe(state);

    [Fact]
    public void Without_a_value_nothing_is_said_and_words_are_not_compared()
    {
        Only(Targeted("x", 95)).State.ShouldBe(TargetState.Unknown);
        Only(Targeted("x", 95), Measured("x", "2024", null).Saying(new("", ""), new("gần 100%", "nearly 100%"), null))
            .State.ShouldBe(TargetState.Incomparable);
    }

    [Fact]
    public void A_target_that_is_not_a_number_is_not_compared() =>
        Only(Targeted("x", null), Measured("x", "2025", 95)).State.ShouldBe(TargetState.Incomparable);

    [Fact]
    public void Of_several_values_the_last_by_the_time_it_was_due_counts()
    {
        var target = Only(
            Targeted("x", 62), Measured("x", "2026", 99), Measured("x", "2024-08", 65), Measured("x", "2024", 60));

        target.Actual.Select(value => value.At.ToString()).ShouldBe(["2024-08", "2024", "2026"]);
        (target.Latest?.At.ToString(), target.State).ShouldBe(("2024", TargetState.Short));
        target.Missing.ShouldBe((Fraction)2);
    }

    [Fact]
    public void A_value_that_came_later_counts_where_there_is_no_other() =>
        Only(Targeted("x", 90), Measured("x", "2026", 91)).State.ShouldBe(TargetState.Met);

    [Fact]
    public void A_value_is_exact_where_numerator_and_denominator_were_printed() =>
        Only(Targeted("x", 83), Figure("x", "2025").Counting(485000, 574000, 83)).Latest.ShouldNotBeNull().Level
            .ShouldBe(new Level(Fraction.Of(485000, 574000) * 100, true));

    [Theory]
    [InlineData(TargetBound.Least, 40, 52, TargetState.Met, null)]
    [InlineData(TargetBound.Least, 40, 38, TargetState.Missed, 2)]
    [InlineData(TargetBound.Most, 40, 40, TargetState.Met, null)]
    [InlineData(TargetBound.Most, 40, 52, TargetState.Missed, 12)]
    public void A_count_and_a_ceiling_are_held_against_counts(TargetBound bound, int level, int count, TargetState state, int? missing)
    {
        var target = Only(
            Targeted("x", null).Counting(level, null, null).Bounded(bound, new("hồ sơ", "files")),
            Figure("x", "2025").Counting(count, null, null));

        (target.State, target.Missing).ShouldBe((state, missing is { } number ? (Fraction)number : (Fraction?)null));
    }

    [Fact]
    public void A_percentage_is_not_held_against_a_count() =>
        Only(Targeted("x", 50), Figure("x", "2025").Counting(52, null, null)).State.ShouldBe(TargetState.Incomparable);

    [Fact]
    public void What_is_frozen_of_a_ceiling_or_a_unit_is_said_in_words()
    {
        Targeted("x", 5).Bounded(TargetBound.Most, null).Words.ShouldBe(new Bilingual("tối đa 5%", "at most 5%"));
        Targeted("x", null).Counting(40888, null, null).Bounded(TargetBound.Least, new("kết quả", "results")).Words
            .ShouldBe(new Bilingual("40.888 kết quả", "40,888 results"));
        Targeted("x", 5).Words.ShouldBeNull();
    }

    [Fact]
    public void Another_indicator_another_group_and_another_agency_are_other_values()
    {
        var printed = new[]
        {
            Targeted("x", 50), Measured("y", "2025", 60), About(Measured("x", "2025", 60)),
            new PrintedFigure(9, 2025, PrintedKind.Figure, "wards", null, null, "paper").Counting(null, null, 60)
                .Measuring("x", null, "2025"),
            new PrintedFigure(9, 2025, PrintedKind.Figure, null, null, null, "paper").Counting(null, null, 60),
        };

        Only(printed).Actual.ShouldBeEmpty();
    }

    [Fact]
    public void Only_targets_of_the_year_are_listed() => Target.Of(2024, [Of(Targeted("x", 50))]).ShouldBeEmpty();

    private static PrintedFigure About(PrintedFigure figure) =>
        new PrintedFigure(9, 2025, PrintedKind.Figure, null, "so-yt", null, "paper").Counting(null, null, figure.Percent)
            .Measuring(figure.Indicator, null, figure.Period);

    private static Target Only(params PrintedFigure[] printed) => Target.Of(2025, [.. printed.Select(Of)]).ShouldHaveSingleItem();

    private static PrintedAbout Of(PrintedFigure figure) => new(figure, new Source("paper", null), null);

    private static PrintedFigure Targeted(string indicator, int? level) =>
        new PrintedFigure(1, 2025, PrintedKind.Target, null, null, null, "paper").Counting(null, null, level)
            .Measuring(indicator, null, null);

    private static PrintedFigure Measured(string indicator, string period, int? percent) =>
        Figure(indicator, period).Counting(null, null, percent);

    private static PrintedFigure Figure(string indicator, string period) =>
        new PrintedFigure(2, 2024, PrintedKind.Figure, null, null, null, "paper").Measuring(indicator, null, period);
}
