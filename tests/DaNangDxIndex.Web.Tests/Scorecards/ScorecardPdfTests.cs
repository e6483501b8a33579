using DaNangDxIndex.Typesetting;

namespace DaNangDxIndex.Scorecards;

public sealed class ScorecardPdfTests
{
    private static readonly ScorecardPdf Pdf = new(Fonts.Tinos);

    [Theory]
    [InlineData("vi")]
    [InlineData("en")]
    public void The_same_scorecard_gives_the_same_bytes(string culture)
    {
        using var typefaces = new Typefaces(Fonts.Folder);

        new ScorecardPdf(typefaces).Write(SampleScorecard.Make(), culture).ShouldBe(Pdf.Write(SampleScorecard.Make(), culture));
    }

    [Fact]
    public void Another_process_gives_the_same_bytes()
    {
        var folder = Directory.CreateTempSubdirectory("scorecards");
        try
        {
            PdfTools.Run("dotnet", ["exec", typeof(ScorecardPress).Assembly.Location, folder.FullName, "0"]);

            File.ReadAllBytes(Path.Combine(folder.FullName, "decision-vi.pdf")).ShouldBe(Pdf.Write(SampleScorecard.Make(), "vi"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Fifty_requests_at_once_get_the_same_bytes()
    {
        var expected = Pdf.Write(SampleScorecard.Make(2), "vi");

        var written = new byte[50][];
        Parallel.For(0, written.Length, new ParallelOptions { MaxDegreeOfParallelism = written.Length }, i => written[i] = Pdf.Write(SampleScorecard.Make(2), "vi"));

        written.ShouldAllBe(bytes => bytes.SequenceEqual(expected));
    }

    /// <summary>In a process of its own: here, other tests run at the same time and take memory too.</summary>
    [Fact]
    public void A_thousand_scorecards_leave_no_memory_behind()
    {
        var grown = PdfTools.Run("dotnet", ["exec", typeof(ScorecardPress).Assembly.Location, "--memory", "1000"]);

        // A surface or font map kept from each card would be several times this.
        long.Parse(grown.Trim(), System.Globalization.CultureInfo.InvariantCulture).ShouldBeLessThan(32 * 1024 * 1024);
    }

    [Fact]
    public void The_text_comes_back_in_vietnamese()
    {
        var text = PdfTools.Text(Pdf.Write(SampleScorecard.Make(), "vi"), "-layout");

        text.ShouldContain("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
        text.ShouldContain("Độc lập - Tự do - Hạnh phúc");
        text.ShouldContain("PHIẾU KẾT QUẢ ĐÁNH GIÁ, XẾP HẠNG");
        text.ShouldContain("(Kèm theo Quyết định số 684/QĐ-UBND ngày 03 tháng 4 năm 2025");
        text.ShouldContain("Sở Thông tin và Truyền thông");
        text.ShouldContain("98,06");
        text.ShouldContain("3.468 / 3.471 = 99,91%, đạt mục tiêu 95% → 6,00 / 6,00");
        text.ShouldContain("từ 80 đến dưới 90 điểm");
        text.ShouldContain("Mã tra cứu: 7K4M-92QX");
    }

    [Fact]
    public void English_writes_points_and_the_prevailing_text()
    {
        var text = PdfTools.Text(Pdf.Write(SampleScorecard.Make(), "en"), "-layout");

        text.ShouldContain("(Issued with Decision 684/QĐ-UBND of 3 April 2025");
        text.ShouldContain("98.06");
        text.ShouldContain("the Vietnamese version prevails.");
    }

    [Fact]
    public void A_demo_names_no_decision_and_says_what_it_is_on_every_page()
    {
        var pages = PagesOf(Pdf.Write(SampleScorecard.MakeDemo(), "vi"));

        pages[0].ShouldNotContain("Quyết định số");
        pages[0].ShouldContain("(Bản minh họa, không kèm theo văn bản nào");
        pages[0].ShouldContain("Số liệu minh họa");
        pages[0].ShouldContain("Không xếp hạng");
        pages.ShouldAllBe(page => page.Contains("BẢN MINH HỌA", StringComparison.Ordinal));
    }

    [Fact]
    public void Blank_figures_are_dashes_and_no_zeros()
    {
        var text = PdfTools.Text(Pdf.Write(SampleScorecard.MakeBlank(), "vi"), "-layout");

        text.ShouldContain("Không xếp loại");
        text.ShouldContain("không phải 0 điểm");
        text.ShouldNotContain(" 0,00");
    }

    [Fact]
    public void Pages_are_numbered_from_the_second_on_and_repeat_the_head_of_the_table()
    {
        var pages = PagesOf(Pdf.Write(SampleScorecard.Make(), "vi"));

        pages.Count.ShouldBeGreaterThan(4);
        pages[0].TrimStart().ShouldStartWith("ỦY BAN NHÂN DÂN");
        for (var page = 1; page < pages.Count; page++)
            pages[page].TrimStart().ShouldStartWith($"{page + 1}");
        pages.Skip(1).SkipLast(1).ShouldAllBe(page => page.Contains("Tiêu chí, cách tính và căn cứ chấm điểm", StringComparison.Ordinal));
    }

    private static List<string> PagesOf(byte[] pdf) =>
        [.. PdfTools.Text(pdf, "-layout").Split('\f').Where(page => page.Trim().Length > 0)];

    /// <summary>On one thread: each further thread takes an arena of its own from the C library, which is no leak but looks like one.</summary>
}
