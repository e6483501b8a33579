namespace DaNangDxIndex.Agencies;

/// <summary>Whose counts of the end of 2024 can be added for an agency.</summary>
public class ForebearsTests
{
    private static readonly DateOnly Day = new(2024, 12, 31);
    private static readonly DateOnly Reform = new(2025, 7, 1);
    private static readonly HashSet<string> Present = ["a", "b", "heir", "split", "far"];

    [Fact]
    public void All_that_have_ended_in_it_alone_and_the_agency_itself() =>
        Of("heir", Make("heir"), Ended("a", "heir"), Ended("b", "heir")).ShouldBe(["a", "b", "heir"]);

    [Fact]
    public void None_that_was_split_among_several() =>
        Of("heir", Make("heir"), Ended("a", "heir"), Ended("split", "heir", "other"), Make("other")).ShouldBe(["a", "heir"]);

    [Fact]
    public void Through_a_merger_that_was_merged_again() =>
        Of("last", Make("last"), Ended("between", "last", from: new(2025, 3, 1)), Ended("a", "between"), Ended("far", "between"))
            .ShouldBe(["a", "far"]);

    [Fact]
    public void One_that_was_there_and_took_no_part_is_among_them() =>
        Of("heir", Make("heir"), Ended("a", "heir"), Ended("unknown", "heir")).ShouldBe(["a", "heir", "unknown"]);

    [Fact]
    public void Not_one_that_had_ended_before_since_the_heir_did_its_work_already() =>
        Of("heir", Make("heir"), new Agency("a", "wards", true, null, null, new(2023, 6, 30), null, true).Named(new("a", "a"), ["heir"]))
            .ShouldBe(["heir"]);

    [Fact]
    public void Not_one_that_is_never_assessed() =>
        Of("heir", Make("heir"), new Agency("island", "wards", false, null, null, Reform, null, true).Named(new("i", "i"), ["heir"]))
            .ShouldBe(["heir"]);

    private static IEnumerable<string> Of(string code, params Agency[] agencies) =>
        new Forebears(agencies).Of(code, Present, Day).Select(agency => agency.Code);

    private static Agency Make(string code) => new Agency(code, "wards", true, null, null, null, null, true).Named(new(code, code), []);

    private static Agency Ended(string code, string heir, string? another = null, DateOnly? from = null) =>
        new Agency(code, "wards", true, null, from, Reform.AddDays(-1), null, true)
            .Named(new(code, code), another is null ? [heir] : [heir, another]);
}
