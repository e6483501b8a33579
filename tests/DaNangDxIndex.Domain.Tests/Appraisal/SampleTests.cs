namespace DaNangDxIndex.Appraisal;

public sealed class SampleTests
{
    private const string Seed = "00112233445566778899aabbccddeeff";

    [Theory]
    [InlineData(0, 0)]
    [InlineData(5, 466)]
    [InlineData(20, 1901)]
    public void The_share_is_about_what_was_asked_for_and_the_same_at_every_draw(int percent, int drawn)
    {
        var sample = new Sample(2025, percent, Seed);
        int Draw() => Enumerable.Range(1, 93)
            .Sum(agency => Enumerable.Range(1, 100).Count(criterion => sample.Draws($"x{agency}", $"{criterion}")));
        Draw().ShouldBe(drawn);
        Draw().ShouldBe(drawn);
    }

    [Fact]
    public void Another_seed_or_year_draws_others()
    {
        static List<int> Drawn(Sample sample) =>
            [.. Enumerable.Range(1, 1000).Where(criterion => sample.Draws("w25-an-hai", $"{criterion}"))];
        Drawn(new(2025, 10, Seed)).ShouldNotBe(Drawn(new(2026, 10, Seed)));
        Drawn(new(2025, 10, Seed)).ShouldNotBe(Drawn(new(2025, 10, Seed.Replace('0', '1'))));
        Drawn(new(2025, 20, Seed)).Intersect(Drawn(new(2025, 10, Seed))).ShouldBe(
            Drawn(new(2025, 10, Seed)), "a larger share holds the smaller one");
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(21)]
    public void More_than_a_fifth_is_refused(int percent) =>
        Should.Throw<RuleViolation>(() => new Sample(2025, 0, "").Draw(percent, Seed)).Code.ShouldBe("sample.percent");
}
