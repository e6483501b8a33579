using DaNangDxIndex.Harness;

namespace DaNangDxIndex.Editions;

/// <summary>What was printed stands where a reader looks, with its source, right and named.</summary>
public sealed class PrintedPageTests(TestApp app) : IClassFixture<TestApp>
{
    [Theory]
    [InlineData(2020, "302/302 = 100", "tháng 11/2021")]
    [InlineData(2020, "485.000/574.000 = 84,49", "báo in 83")]
    [InlineData(2020, "485.000/495.000 = 97,98", "báo in 98")]
    [InlineData(2023, "20,7", "xúc tiến đầu tư")]
    [InlineData(2023, "980/1.000 = 98", "1.000 người được khảo sát")]
    [InlineData(2024, "3.468/3.471 = 99,91", "Mục tiêu của thành phố năm 2024: 95%")]
    [InlineData(2024, "4.077/4.086 = 99,78", "báo in 99,7")]
    [InlineData(2024, "682.638 tài khoản, 61% dân số", "03/4/2025")]
    [InlineData(2024, "4.527/6.409", "3.627 dịch vụ công toàn trình")]
    [InlineData(2024, "40.888 kết quả, trong đó 28.666 giấy phép vận tải", "Từ năm 2023 đến tháng 9/2024")]
    [InlineData(2024, "91", "Từ tháng 01/2023 đến tháng 6/2024, không phải cả năm 2024")]
    [InlineData(2024, "216/216 = 100", "6 tháng đầu năm 2024, không phải cả năm")]
    [InlineData(2024, "bình quân 99%", "Các đơn vị thuộc")]
    [InlineData(2024, "gần 100%", "Khối quận, huyện")]
    [InlineData(2025, "24", "Năm 2023 đạt 20,7%")]
    [InlineData(2025, "90", "Tháng 8/2024 đạt 95%")]
    public async Task A_printed_figure_stands_in_one_row_with_what_must_be_known_of_it(int year, string value, string known)
    {
        var page = await app.Visitor().OpenAsync($"/editions/{year}/printed");

        page.QuerySelectorAll(".printed tbody tr").Select(row => Flat(row.TextContent))
            .ShouldContain(row => row.Contains(value) && row.Contains(known));
    }

    [Fact]
    public async Task Every_printed_value_names_its_source()
    {
        var rows = (await app.Visitor().OpenAsync("/editions/2024/printed")).QuerySelectorAll(".printed tbody tr");

        rows.Length.ShouldBeGreaterThan(20);
        rows.Select(row => row.QuerySelector("td:last-child")?.TextContent.Trim() ?? "").ShouldAllBe(source => source.Length > 5);
    }

    [Theory]
    [InlineData(2020, "districts", "Thông báo của thành phố ghi 4 đơn vị xếp loại tốt, báo ghi 5")]
    [InlineData(2023, "central", "xếp loại của hai đơn vị dẫn đầu để trống")]
    [InlineData(2023, "departments", "“trung bình khá”")]
    [InlineData(2024, "central", "chỉ tăng 3")]
    [InlineData(2024, "wards", "các số này trong bảng là minh họa")]
    [InlineData(2025, "departments", "Thông tin và Truyền thông với Khoa học và Công nghệ")]
    public async Task A_contradiction_is_told_beside_the_table_it_touches(int year, string group, string sentence)
    {
        var page = await app.Visitor().OpenAsync($"/editions/{year}?group={group}");

        page.QuerySelector(".source-notes").ShouldNotBeNull().TextContent.ShouldContain(sentence);
    }

    [Fact]
    public async Task Khanh_Hoa_says_whose_tiers_it_borrows_and_shows_its_printed_figures()
    {
        var page = await app.Visitor("khanh-hoa").OpenAsync("/editions/2024/printed");
        var text = Flat(page.QuerySelector("#main").ShouldNotBeNull().TextContent);

        foreach (var printed in new[] { "mượn của tỉnh Lào Cai", "1.829", "631/1.829", "986/1.829", "351/1.829", "98", "35,8", "60", "80",
            "90" })
            text.ShouldContain(printed);
    }

    [Fact]
    public async Task In_English_the_page_is_English()
    {
        var page = await app.Visitor(language: "en").OpenAsync("/editions/2024/printed");

        page.QuerySelector("#main").ShouldNotBeNull().TextContent.ShouldContain("4,077/4,086 = 99.78% (printed: 99.7%)");
    }

    private static string Flat(string text) =>
        string.Join(' ', text.Replace('\u00a0', ' ').Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries));
}
