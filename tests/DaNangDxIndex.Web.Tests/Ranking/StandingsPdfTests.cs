using DaNangDxIndex.Editions;
using DaNangDxIndex.Publications;
using DaNangDxIndex.Publishing;
using DaNangDxIndex.Scorecards;
using DaNangDxIndex.Text;
using DaNangDxIndex.Typesetting;

namespace DaNangDxIndex.Ranking;

public sealed class StandingsPdfTests
{
    private static readonly StandingsPdf Pdf = new(Fonts.Tinos);

    [Fact]
    public void Tables_are_numbered_annexes_in_the_order_of_the_groups()
    {
        Print("departments").TrimStart().ShouldStartWith("Phụ lục I\n");
        Print("central").TrimStart().ShouldStartWith("Phụ lục II\n");
        Print("wards").TrimStart().ShouldStartWith("Phụ lục III\n");
        Print("wards", "en").TrimStart().ShouldStartWith("Annex III\n");
        Print("wards").ShouldContain("(Kèm theo Quyết định số 684/QĐ-UBND ngày 03 tháng 4 năm 2025");
    }

    [Fact]
    public void A_line_has_rank_agency_self_assessed_and_final_points_tier_and_the_rank_before()
    {
        var text = Print("departments");

        text.ShouldMatch(@"1\s+Sở Thông tin và Truyền thông\s+77,32\s+98,06\s+Xuất sắc\s+3\n");
        text.ShouldMatch(@"–\s+Đài Phát thanh - Truyền hình\s+47,04\s+61,27\s+Trung bình\s+–");
        text.ShouldMatch(@"Sở Lao động - Thương binh và Xã[^\n]*Không");
    }

    [Fact]
    public void Wards_stand_with_their_district() =>
        Print("wards").ShouldMatch(@"1\s+Phường Hòa Thuận Tây\s+Quận Hải Châu\s+[\d,]+\s+99,93\s+Xuất sắc");

    [Fact]
    public void The_tiers_add_up_to_all_agencies()
    {
        var text = Print("departments");

        text.ShouldMatch(@"Xuất sắc\s+6\s+25,00%\s+4\n");
        text.ShouldMatch(@"Cộng\s+24\s+100,00%\s+24");
        text.ShouldContain(SamplePublication.Announced.Digest[..32]);
    }

    [Fact]
    public void The_head_is_repeated_and_the_end_stands_with_the_last_lines()
    {
        var pages = Print("departments").Split('\f').Where(page => page.Trim().Length > 0).ToList();

        pages.Count.ShouldBe(2);
        pages[1].TrimStart().ShouldStartWith("2");
        pages[1].ShouldMatch(@"Cơ quan, đơn vị");
        pages[1].ShouldContain("TỔNG HỢP XẾP LOẠI");
        pages[1].ShouldContain("không xếp");
    }

    [Fact]
    public void The_same_publication_gives_the_same_bytes()
    {
        using var typefaces = new Typefaces(Fonts.Folder);
        var (version, group) = (SamplePublication.Announced, SamplePublication.Announced.Edition.Groups[0]);

        new StandingsPdf(typefaces).Write(version, group, "vi", ScorecardPress.Verify)
            .ShouldBe(Pdf.Write(version, group, "vi", ScorecardPress.Verify));
    }

    [Theory]
    [InlineData("vi", "báo chí", "minh họa", "điểm kết quả đúng như báo chí đã đăng")]
    [InlineData("en", "press", "sample", "the total is as the press printed it")]
    public void A_total_that_was_printed_is_marked_so_and_not_as_made_up(string language, string press, string sample, string note)
    {
        var (edition, digest) = (SamplePublication.Sample.Edition, SamplePublication.Sample.Digest);
        var group = edition.Groups[0];
        var (leader, second) = (group.Results[0], group.Results[1]);
        ImportedStanding Said(Result result, string total) => new(edition.Year, group.Code, result.Agency, null, total, null, "bao");
        var version = new PublishedVersion(
            edition with { Printed = Printed.Nothing with { Standings = [Said(leader, leader.Total), Said(second, "1.00")] } }, digest);

        var text = PdfTools.Text(Pdf.Write(version, group, language, ScorecardPress.Verify), "-layout");

        string LineOf(Result result) => text.Split('\n').First(line => line.Contains(
            NumberText.Written(result.Total, language), StringComparison.Ordinal));
        LineOf(leader).ShouldEndWith(press);
        LineOf(second).ShouldEndWith(sample);
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ShouldContain(note);
    }

    private static string Print(string group, string language = "vi") => PdfTools.Text(
        Pdf.Write(SamplePublication.Announced, SamplePublication.Announced.Edition.Group(group).ShouldNotBeNull(), language,
            ScorecardPress.Verify), "-layout");
}
