
namespace DaNangDxIndex.Agencies;

public sealed class LineageTests
{
    private readonly Lineage _lineage = new(
    [
        Make("kept"),
        Make("old-name", "new-name"), Make("new-name", "newest-name"), Make("newest-name"),
        Make("merged-a", "merged"), Make("merged-b", "merged"), Make("merged"),
        Make("split", "part-a", "part-b"), Make("part-a"), Make("part-b"),
    ]);

    [Fact]
    public void An_agency_that_stayed_is_found_under_its_own_code() => Find("kept", "kept").ShouldBe("kept");

    [Fact]
    public void A_renamed_agency_is_found_under_its_old_code() => Find("new-name", "old-name").ShouldBe("old-name");

    [Fact]
    public void Renamed_twice_is_still_the_same_agency() => Find("newest-name", "old-name").ShouldBe("old-name");

    [Fact]
    public void An_old_agency_is_found_under_its_later_code() => Find("old-name", "newest-name").ShouldBe("newest-name");

    [Fact]
    public void A_merged_agency_is_none_of_those_it_was_made_from() => Find("merged", "merged-a", "merged-b").ShouldBeNull();

    [Fact]
    public void A_part_of_a_split_agency_is_not_that_agency() => Find("part-a", "split").ShouldBeNull();

    [Fact]
    public void Two_agencies_that_name_each_other_end_the_search() =>
        new Lineage([Make("a", "b"), Make("b", "a")]).Among(new HashSet<string>(["c"], StringComparer.Ordinal), "a").ShouldBeNull();

    private string? Find(string agency, params string[] present) => _lineage.Among(present.ToHashSet(StringComparer.Ordinal), agency);

    private static Agency Make(string code, params string[] successors) =>
        new Agency(code, "wards", assessed: true, parent: null, validFrom: null, validTo: null, gsoCode: null, verified: true)
            .Named(new(code, code), successors);
}
