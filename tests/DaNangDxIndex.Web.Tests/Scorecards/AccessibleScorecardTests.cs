using System.Text.RegularExpressions;
using DaNangDxIndex.Typesetting;

namespace DaNangDxIndex.Scorecards;

/// <summary>The rules of PDF/UA-1 that a program can look up in the file, and what the file may not tell.</summary>
public sealed partial class AccessibleScorecardTests
{
    private static readonly byte[] Card = new ScorecardPdf(Fonts.Tinos).Write(SampleScorecard.Make(), "vi");
    private static readonly string Plain = PdfTools.Plain(Card);

    [Fact]
    public void The_file_is_sound() => PdfTools.Check(Card).ShouldContain("No syntax or stream encoding errors found");

    [Fact]
    public void Title_author_and_date_are_the_publications()
    {
        var facts = PdfTools.Facts(Card, "-isodates");

        facts.ShouldContain("Phiếu kết quả đánh giá chuyển đổi số năm 2024: Sở Thông tin và Truyền thông");
        facts.ShouldContain("Thành phố Đà Nẵng");
        facts.ShouldContain("2025-04-03T00:00:00+07");
        facts.ShouldMatch(@"Tagged:\s+yes");
        facts.ShouldMatch(@"Page size:\s+595.276 x 841.89 pts \(A4\)");
        Plain.ShouldNotContain("cairo", Case.Insensitive);
        facts.ShouldNotContain("Producer");
    }

    [Fact]
    public void Language_and_title_bar_are_declared()
    {
        Plain.ShouldContain("/Lang (vi)");
        Plain.ShouldContain("/DisplayDocTitle true");
        Plain.ShouldContain("<pdfuaid:part>1</pdfuaid:part>");
        Count(@"/Tabs /S").ShouldBe(Count(@"/Type /Page$"));
    }

    [Fact]
    public void All_fonts_are_embedded_with_their_characters()
    {
        var fonts = PdfTools.Fonts(Card).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(2).ToList();

        fonts.Count.ShouldBeGreaterThan(2);
        fonts.ShouldAllBe(line => line.Contains("+Tinos-", StringComparison.Ordinal) && line.Contains("yes yes yes", StringComparison.Ordinal));
        Count("/CIDToGIDMap /Identity").ShouldBe(Count("/CIDFontType2"));
    }

    [Fact]
    public void The_structure_is_a_document_with_headings_tables_and_described_drawings()
    {
        var structure = PdfTools.Facts(Card, "-struct");

        structure.ShouldStartWith("Document");
        Occurrences(structure, "H1").ShouldBe(1);
        Occurrences(structure, "Table").ShouldBe(3);
        Occurrences(structure, "TH").ShouldBe(15);
        Count("/Scope /Column").ShouldBe(15);
        // Seven components, four pillars, then components, criteria and the total, below one head each.
        Occurrences(structure, "TR").ShouldBe(1 + 7 + 1 + 4 + 1 + 9 + 7 * 9 + 2 + 1);
        Occurrences(structure, "Link").ShouldBe(1);
        Plain.ShouldNotContain("/Private");
        Count(@"/S /Figure").ShouldBe(Count("/Alt <"));
        Count(@"/Subtype /Link").ShouldBe(Count("/Contents <"));
    }

    [Fact]
    public void Nothing_is_drawn_outside_an_element_or_artifact()
    {
        foreach (Match page in Contents().Matches(Plain))
        {
            var depth = 0;
            foreach (var line in page.Value.Split('\n'))
            {
                depth += line.EndsWith(" BDC", StringComparison.Ordinal) || line.EndsWith(" BMC", StringComparison.Ordinal) ? 1 : 0;
                depth -= line is "EMC" ? 1 : 0;
                if (line.EndsWith("Tj", StringComparison.Ordinal) || line.EndsWith("TJ", StringComparison.Ordinal) || line.EndsWith(" f", StringComparison.Ordinal) || line.EndsWith(" S", StringComparison.Ordinal))
                    depth.ShouldBe(1, line);
            }
        }
    }

    private static int Count(string pattern) => Regex.Count(Plain, pattern, RegexOptions.Multiline, TimeSpan.FromSeconds(5));

    private static int Occurrences(string structure, string element) =>
        structure.Split('\n').Count(line => line.Trim().Split(' ', ':')[0] == element);

    [GeneratedRegex(@"(?s)stream\n1 0 0 -1 0 841.*?endstream", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Contents();
}
