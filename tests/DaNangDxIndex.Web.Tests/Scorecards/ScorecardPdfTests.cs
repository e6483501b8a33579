using DaNangDxIndex.Assessments;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Publications;
using DaNangDxIndex.Publishing;
using DaNangDxIndex.Scoring;
using DaNangDxIndex.Text;
using DaNangDxIndex.Typesetting;

namespace DaNangDxIndex.Scorecards;

public sealed class ScorecardPdfTests
{
    private static readonly ScorecardPdf Pdf = new(Fonts.Tinos);

    [Theory]
    [InlineData("so-gtvt")]
    [InlineData("dai-ptth")]
    [InlineData("bhxh")]
    [InlineData("p-tho-quang")]
    public void A_card_has_three_pages_and_the_last_is_not_nearly_empty(string agency)
    {
        foreach (var version in (PublishedVersion[])[SamplePublication.Announced, SamplePublication.Sample])
            foreach (var language in (string[])["vi", "en"])
            {
                var pages = PagesOf(Print(agency, language, version));

                pages.Count.ShouldBe(3, $"{agency} {language}");
                pages[2].Split('\n').Count(line => line.Trim().Length > 0).ShouldBeGreaterThan(25, $"{agency} {language}");
            }
    }

    [Fact]
    public void An_annex_names_its_document_with_kind_number_date_and_issuer_and_has_no_letterhead()
    {
        var page = PagesOf(Print("so-gtvt"))[0];

        // Three tables of groups come before the scorecards.
        page.TrimStart().ShouldStartWith("Phụ lục IV");
        page.ShouldContain("(Kèm theo Quyết định số 684/QĐ-UBND ngày 03 tháng 4 năm 2025");
        page.ShouldContain("của Chủ tịch Ủy ban nhân dân thành phố Đà Nẵng)");
        page.ShouldNotContain("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
        page.ShouldNotContain("MINH HỌA");
    }

    [Fact]
    public void What_is_no_annex_has_a_letterhead_with_place_and_date()
    {
        var page = PagesOf(Print("so-gtvt", "vi", SamplePublication.Of(SamplePublication.Notice)))[0];

        page.TrimStart().ShouldStartWith("ỦY BAN NHÂN DÂN");
        page.ShouldContain("Độc lập - Tự do - Hạnh phúc");
        page.ShouldContain("Đà Nẵng, ngày 11 tháng 02 năm 2025");
        page.ShouldContain("(Kèm theo Thông báo số 123/TB-UBND ngày 11 tháng 02 năm 2025");
        page.ShouldNotContain("Phụ lục");
    }

    [Fact]
    public void A_sample_names_no_document_and_says_what_it_is_on_every_page()
    {
        var pages = PagesOf(Print("so-gtvt", "vi", SamplePublication.Sample));

        pages[0].ShouldContain("(Bản minh họa, không kèm theo văn bản nào, không có giá trị pháp lý)");
        pages[0].ShouldNotContain("Kèm theo Quyết định");
        pages.ShouldAllBe(page => page.Contains("BẢN MINH HỌA", StringComparison.Ordinal));
    }

    [Fact]
    public void Figures_are_marked_one_by_one_where_they_are_made_up_or_printed()
    {
        var pages = PagesOf(Print("so-gtvt", "vi", SamplePublication.Sample));

        Flat(pages[0]).ShouldContain("trừ số liệu đã đăng báo tại các tiêu chí 5.1.");
        RowOf(pages, "5.1").ShouldEndWith("báo chí");
        RowOf(pages, "4.3").ShouldEndWith("minh họa");
        string.Join('\n', PagesOf(Print("so-gtvt"))).ShouldNotContain("minh họa,");
    }

    [Fact]
    public void A_total_that_the_press_printed_is_said_to_be_so_beside_figures_that_are_made_up()
    {
        var (edition, digest) = (SamplePublication.Sample.Edition, SamplePublication.Sample.Digest);
        var result = edition.Groups[0].ResultOf("so-gtvt").ShouldNotBeNull();
        ImportedStanding said = new(edition.Year, edition.Groups[0].Code, "so-gtvt", null, result.Total, null, "bao");
        var printed = new PublishedVersion(edition with { Printed = Printed.Nothing with { Standings = [said] } }, digest);
        var sentence = $"Tổng điểm {NumberText.Written(result.Total, "vi")} đúng như báo chí đã đăng.";

        Flat(PagesOf(Print("so-gtvt", "vi", printed))[0]).ShouldContain(sentence);
        Flat(PagesOf(Print("so-gtvt", "vi", SamplePublication.Sample))[0]).ShouldNotContain("đúng như báo chí đã đăng");
    }

    [Fact]
    public void Maxima_are_those_that_apply()
    {
        var (page, rows) = (PagesOf(Print("dai-ptth"))[0], PagesOf(Print("dai-ptth")));

        page.ShouldMatch(@"Điểm các nhóm tiêu chí\s+70\s");
        page.ShouldMatch(@"V\s+Dịch vụ công trực tuyến\s+–");
        page.ShouldContain("Điểm quy đổi theo thang điểm 100");
        RowOf(rows, "5.7").ShouldMatch(@"5\.7.*–\s+–\s+–");
        PdfTools.Text(Print("dai-ptth"), "-raw").Split("áp dụng").Length.ShouldBeGreaterThan(2 * 7);
    }

    [Fact]
    public void Words_in_the_place_of_a_number_are_not_broken()
    {
        var words = PdfTools.Text(Print("dai-ptth", "en"), "-raw").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

        words.Count(word => word == "applicable").ShouldBeGreaterThan(2 * 7);
        words.ShouldNotContain("applicabl");
    }

    [Fact]
    public void What_is_taken_off_is_negative_and_nobody_assesses_it_oneself()
    {
        var pages = PagesOf(Print("so-gtvt"));

        pages[0].ShouldMatch(@"Điểm trừ\s+−5\s+–\s+−0,20");
        RowOf(pages, "8.4").ShouldMatch(@"1 văn bản\s+–\s+−3\s+–\s+−0,20");
        RowOf(pages, "8.5").ShouldMatch(@"−2\s+–\s+0,00");
    }

    [Fact]
    public void A_dash_stands_where_survey_system_or_leadership_give_the_points()
    {
        var pages = PagesOf(Print("so-gtvt"));

        RowOf(pages, "5.6").ShouldMatch(@"5\s+–\s+\d,\d\d");
        RowOf(pages, "8.3").ShouldMatch(@"1\s+–\s+0,91");
    }

    [Fact]
    public void A_line_to_each_criterion_has_figure_and_target()
    {
        RowOf(PagesOf(Print("so-gtvt")), "5.4").ShouldMatch(@"837/891 = 93,94%\s+100%\s+4\s+3,76\s+3,76");
        RowOf(PagesOf(Print("so-gtvt", "en")), "5.4").ShouldMatch(@"837/891 = 93.94%\s+100%\s+4\s+3.76\s+3.76");
    }

    [Fact]
    public void Adjusted_criteria_stand_on_page_1_with_before_after_and_published_reason()
    {
        var text = PagesOf(Print("so-gtvt"));

        text[0].ShouldMatch(@"1\.3\s+.*2,00\s+1,00\s+Tài liệu kiểm chứng chưa đủ căn cứ");
        Flat(PdfTools.Text(Print("so-gtvt"), "-raw")).Replace('\u00a0', ' ')
            .ShouldContain("“Hồ sơ thanh toán trực tuyến thành công”: kê khai 339 hồ sơ, xác minh 336 hồ sơ. Lý do: Số liệu không khớp");
        RowOf(text, "1.3").ShouldEndWith("điều chỉnh");
        // The appraisers' own sentences in the demo's corrections.
        string.Join('\n', text).ShouldNotContain("Kho bạc đối chiếu");
    }

    [Fact]
    public void Page_1_holds_whatever_the_number_of_adjusted_criteria()
    {
        var card = SamplePublication.Card(SamplePublication.Announced, "so-gtvt");
        var all = card.Criteria.Where(criterion => criterion.Self.Number > 0)
            .ToDictionary(
                criterion => criterion.Criterion.Code, _ => new PublishedDecision(VerdictDecision.Points, 0, ReasonCode.EvidenceMissing),
                StringComparer.Ordinal);
        var group = card.Group with { Entrants = [card.Entrant with { Decisions = all }] };
        var result = Computation.Of(group.Code, group.Name, group.Criteria, group.Before, group.Entrants).Results[0];

        var pages = PagesOf(
            Pdf.Write(new PrintedCard(card.Version, group, group.Entrants[0], result, card.Code), "vi", ScorecardPress.Verify));

        pages.Count.ShouldBe(3);
        pages[0].ShouldMatch(@"Còn \d+ tiêu chí khác được điều chỉnh");
        pages[0].ShouldContain(SamplePublication.Code);
    }

    [Fact]
    public void The_rank_is_compared_with_the_year_that_is_named()
    {
        PagesOf(Print("so-tttt"))[0].ShouldContain("tăng 2 bậc so với năm 2023");
        PagesOf(Print("so-tttt", "en"))[0].ShouldContain("up 2 places from 2023");
        PagesOf(Print("so-gtvt"))[0].ShouldNotContain("so với năm");
    }

    [Fact]
    public void An_agency_that_is_not_ranked_or_did_not_submit_says_so()
    {
        PagesOf(Print("dai-ptth"))[0].ShouldContain("Không xếp hạng");
        var notSubmitted = PagesOf(Print("so-ldtbxh"));
        notSubmitted[0].ShouldContain("Không nộp hồ sơ");
        notSubmitted[0].ShouldContain("Không có điểm tự chấm");
        RowOf(notSubmitted, "4.1").ShouldMatch(@"5\s+–\s+\d,\d\d$");
    }

    [Fact]
    public void The_remark_on_rounding_gives_the_bound_of_this_card_and_only_where_something_misses()
    {
        var version = SamplePublication.Announced;
        foreach (var card in version.Edition.Groups.SelectMany(group => group.Results).Select(
            result => SamplePublication.Card(version, result.Agency)))
        {
            var printed = card.Components.Where(component => component.Component.Block == Criteria.Block.Base)
                .Sum(component => component.Final.Number ?? 0);
            var miss = Math.Abs(printed - card.Sum[0].Final);
            card.Rounding.ShouldBeGreaterThanOrEqualTo(miss, card.Entrant.Agency);
            card.Rounding.ShouldBeLessThanOrEqualTo(0.05m, card.Entrant.Agency);
        }
        var (clean, rounded) = (Pick(version, card => card.Rounding == 0), Pick(version, card => card.Rounding != 0));
        string.Join(' ', PagesOf(Print(clean))).ShouldNotContain("Do làm tròn");
        string.Join(' ', PagesOf(Print(rounded))).ShouldContain("Do làm tròn");
    }

    [Fact]
    public void Qr_code_code_and_digest_stand_once()
    {
        var text = PdfTools.Text(Print("so-gtvt"), "-layout");

        text.Split(SamplePublication.Announced.Digest[..32]).Length.ShouldBe(2);
        text.Split(SamplePublication.Code).Length.ShouldBe(3, "in the address, and as the code");
        System.Text.RegularExpressions.Regex.Count(PdfTools.Plain(Print("so-gtvt")), "/S /Figure").ShouldBe(1);
    }

    [Fact]
    public void Pages_are_numbered_from_the_second_on_and_repeat_the_head_of_the_table()
    {
        var pages = PagesOf(Print("p-tho-quang"));

        for (var page = 1; page < pages.Count; page++)
        {
            pages[page].TrimStart().ShouldStartWith($"{page + 1}");
            pages[page].ShouldMatch(@"Số liệu\s+Mục tiêu");
        }
        pages[0].ShouldContain("Ủy ban nhân dân phường Thọ Quang, quận Sơn Trà");
    }

    private static byte[] Print(string agency, string language = "vi", PublishedVersion? version = null) =>
        Pdf.Write(SamplePublication.Card(version ?? SamplePublication.Announced, agency), language, ScorecardPress.Verify);

    private static string Pick(PublishedVersion version, Func<PrintedCard, bool> wanted) =>
        version.Edition.Groups.SelectMany(group => group.Results).Select(result => result.Agency)
            .First(agency => wanted(SamplePublication.Card(version, agency)));

    private static List<string> PagesOf(byte[] pdf) =>
        [.. PdfTools.Text(pdf, "-layout").Split('\f').Where(page => page.Trim().Length > 0)];

    private static string Flat(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The line of a criterion in table B: its number, figure and points stand in the middle of the row.</summary>
    private static string RowOf(List<string> pages, string code) => string.Join('\n', pages.Skip(1)).Split('\n')
        .First(line => line.TrimStart().StartsWith(code + " ", StringComparison.Ordinal)).TrimEnd();
}
