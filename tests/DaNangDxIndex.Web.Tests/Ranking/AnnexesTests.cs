using System.Net;
using DaNangDxIndex.Harness;
using DaNangDxIndex.Publications;
using DaNangDxIndex.Publishing;
using DaNangDxIndex.Scorecards;
using DaNangDxIndex.Typesetting;
using DaNangDxIndex.Wordprocessing;

namespace DaNangDxIndex.Ranking;

/// <summary>The tables of all groups as the annexes of their document, PDF and DOCX with the same words.</summary>
[Collection(OnlyRead.Name)]
public sealed class AnnexesTests(TestApp app)
{
    private static readonly string[] Titles = ["KHỐI SỞ, BAN, NGÀNH", "KHỐI CƠ QUAN TRUNG ƯƠNG TRÊN ĐỊA BÀN", "KHỐI UBND PHƯỜNG, XÃ"];

    [Fact]
    public void One_file_holds_an_annex_for_each_group_each_with_pages_of_its_own_count()
    {
        var pages = PdfTools.Text(new StandingsPdf(Fonts.Tinos).Write(Of(SamplePublication.Announced)), "-layout")
            .Split('\f').Where(page => page.Trim().Length > 0).ToList();

        var begins = pages.FindAll(page => page.TrimStart().StartsWith("Phụ lục ", StringComparison.Ordinal));
        begins.Count.ShouldBe(3);
        foreach (var (place, page) in begins.Index())
            page.ShouldContain(Titles[place]);
        pages.FindAll(page => page.TrimStart().StartsWith("2\n", StringComparison.Ordinal))
            .Count.ShouldBe(2, "departments and wards go on");
    }

    [Fact]
    public void The_document_holds_head_table_counts_notes_and_the_address_of_each_annex_in_that_order()
    {
        using var docx = ReadDocx.Of(StandingsDocx.Write(Of(SamplePublication.Announced)));

        docx.InOrder(
            "Phụ lục I", "KẾT QUẢ XẾP HẠNG CHUYỂN ĐỔI SỐ NĂM 2024", Titles[0],
            "(Kèm theo Quyết định số 684/QĐ-UBND ngày 03 tháng 4 năm 2025", "Thứ hạng", "Sở Thông tin và Truyền thông", "98,06",
            "Ghi chú:", "Được đánh giá, không xếp hạng: Đài Phát thanh - Truyền hình", "TỔNG HỢP XẾP LOẠI", "Xuất sắc", "25,00%",
            "https://dx.example/departments", SamplePublication.Announced.Digest,
            "Phụ lục II", Titles[1], "https://dx.example/central", "Phụ lục III", Titles[2], "https://dx.example/wards");
        docx.Tables[0].Select(row => string.Join('|', row)).ShouldContain("1|Sở Thông tin và Truyền thông|77,32|98,06|Xuất sắc|3|");
        docx.Tables.Count.ShouldBe(6);
        docx.RepeatedHeads.ShouldBe(6, "every table says on every page what its columns are");
        docx.Sections.ShouldBe(3);
    }

    [Fact]
    public void Equal_ranks_are_explained_where_there_are_any_and_nowhere_else()
    {
        const string ties = "xếp đồng hạng";
        var groups = SamplePublication.Announced.Edition.Groups;
        foreach (var group in groups)
        {
            var ranks = group.Results.Select(result => result.Rank).OfType<int>().ToList();
            var notes = new PrintedStandings(Of(SamplePublication.Announced).WordsOf(group), group, printed: null).Notes;
            notes.Any(note => note.Contains(ties, StringComparison.Ordinal)).ShouldBe(ranks.Distinct().Count() < ranks.Count, group.Code);
        }

        var tied = groups[0] with
        {
            Results = [groups[0].Results[0], groups[0].Results[1] with { Rank = 1 }, .. groups[0].Results.Skip(2)],
        };
        new PrintedStandings(Of(SamplePublication.Announced).WordsOf(tied), tied, printed: null).Notes
            .ShouldContain(note => note.Contains(ties, StringComparison.Ordinal));
    }

    [Fact]
    public void A_draft_says_so_at_its_head_and_foot_and_gives_no_address_to_check_it_at()
    {
        var draft = Of(SamplePublication.Announced) with { Draft = true };
        var pdf = PdfTools.Text(new StandingsPdf(Fonts.Tinos).Write(draft));
        using var docx = ReadDocx.Of(StandingsDocx.Write(draft));

        foreach (var text in (string[])[pdf, docx.Text])
        {
            text.ShouldContain("DỰ THẢO");
            text.ShouldContain("chưa công bố");
            text.ShouldNotContain("dx.example");
        }
    }

    [Fact]
    public void The_same_version_gives_the_same_bytes() =>
        StandingsDocx.Write(Of(SamplePublication.Announced)).ShouldBe(StandingsDocx.Write(Of(SamplePublication.Announced)));

    [Theory]
    [InlineData("annexes.pdf?lang=vi", "application/pdf")]
    [InlineData("annexes.docx?lang=en", OfficialDocx.ContentType)]
    public async Task Anybody_fetches_them_from_the_published_page(string file, string type)
    {
        var answer = await app.Visitor().GetApiAsync("editions/2024/" + file);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (answer.Content.Headers.ContentType?.MediaType).ShouldBe(type);
        (await app.Visitor(language: file[^2..]).OpenAsync("/editions/2024"))
            .QuerySelector($"a[href$='/editions/2024/{file}']").ShouldNotBeNull();
        using var again = new HttpRequestMessage(HttpMethod.Get, new Uri("/da-nang/api/v1/editions/2024/" + file, UriKind.Relative));
        again.Headers.IfNoneMatch.Add(answer.Headers.ETag.ShouldNotBeNull());
        (await app.Visitor().Http.SendAsync(again)).StatusCode.ShouldBe(HttpStatusCode.NotModified);
        (await app.Visitor().GetApiAsync("editions/2025/" + file)).StatusCode.ShouldBe(HttpStatusCode.NotFound, "not published");
        (await app.Visitor().GetApiAsync("editions/2024/" + file + "&version=9")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static AnnexedTables Of(PublishedVersion version) =>
        new(version, "vi", (PublishedGroup group) => new Uri("https://dx.example/" + group.Code));
}
