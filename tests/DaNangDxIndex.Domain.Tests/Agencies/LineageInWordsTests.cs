namespace DaNangDxIndex.Agencies;

public sealed class LineageInWordsTests
{
    private static readonly DateOnly Last = new(2025, 2, 28);

    private static readonly Agency[] All =
    [
        Make("ict", "Sở Thông tin và Truyền thông", null, Last, "new"),
        Make("science", "Sở Khoa học và Công nghệ", null, Last, "new"),
        Make("new", "Sở Khoa học và Công nghệ", Last.AddDays(1), null),
        Make("customs", "Cục Hải quan", null, new(2025, 3, 14), "region"),
        Make("region", "Chi cục Hải quan khu vực", new(2025, 3, 15), null),
        Make("kept", "Sở Y tế", null, null),
    ];

    [Fact]
    public void A_merged_agency_names_its_partner_and_what_they_became() =>
        LineageInWords.Of("ict", All).Single().Vi
            .ShouldBe("Từ ngày 01/03/2025, cùng Sở Khoa học và Công nghệ hợp nhất thành Sở Khoa học và Công nghệ.");

    [Fact]
    public void The_agency_that_came_out_of_a_merger_names_all_it_came_from() =>
        LineageInWords.Of("new", All).Single().Vi
            .ShouldBe("Từ ngày 01/03/2025, hình thành từ Sở Thông tin và Truyền thông và Sở Khoa học và Công nghệ.");

    [Fact]
    public void A_renamed_agency_names_its_new_form() =>
        LineageInWords.Of("customs", All).Single().Vi.ShouldBe("Từ ngày 15/03/2025, cơ quan, đơn vị này thành Chi cục Hải quan khu vực.");

    [Fact]
    public void An_agency_that_stayed_has_nothing_to_tell() => LineageInWords.Of("kept", All).ShouldBeEmpty();

    private static Agency Make(string code, string name, DateOnly? from, DateOnly? to, params string[] successors) =>
        new Agency(code, "departments", assessed: true, parent: null, from, to, gsoCode: null, verified: true)
            .Named(new(name, name), successors);
}
