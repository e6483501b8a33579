namespace DaNangDxIndex.Agencies;

public class HeirsTests
{
    private static readonly DateOnly Day = new(2025, 12, 31);

    private static readonly Agency[] All =
    [
        Known("a", until: new(2025, 2, 28), "c"),
        Known("b", until: new(2025, 2, 28), "c"),
        Known("c", until: new(2025, 6, 30), "d", from: new(2025, 3, 1)),
        Known("d", until: null, from: new(2025, 7, 1)),
        Known("split", until: new(2025, 6, 30), "left right"),
        Known("left", until: null, from: new(2025, 7, 1)),
        Known("right", until: null, from: new(2025, 7, 1)),
        Known("gone", until: new(2025, 6, 30)),
    ];

    [Theory]
    [InlineData("a", "d")]
    [InlineData("d", "d")]
    [InlineData("split", null)]
    [InlineData("gone", null)]
    [InlineData("nobody", null)]
    public void The_work_goes_to_the_one_that_came_of_it_through_mergers_too(string code, string? heir) =>
        (new Heirs(All).OnlyOf(code, Day)?.Code).ShouldBe(heir);

    [Fact]
    public void Who_existed_only_part_of_the_year_is_told_with_its_heirs_or_origins()
    {
        var parts = PartOfYear.Of(All, Day);

        parts.Where(part => part.Ended).Select(part => $"{part.Agency.Code}>{string.Join(",", part.Others.Select(other => other.Code))}")
            .ShouldBe(["a>d", "b>d", "c>d", "split>left,right", "gone>"]);
        parts.Where(part => !part.Ended).Select(part => $"{part.Agency.Code}<{string.Join(",", part.Others.Select(other => other.Code))}")
            .ShouldBe(["d<c", "left<split", "right<split"]);
    }

    private static Agency Known(string code, DateOnly? until, string successors = "", DateOnly? from = null) =>
        new Agency(code, "departments", true, null, from, until, null, true)
            .Named(new(code, code), successors.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
