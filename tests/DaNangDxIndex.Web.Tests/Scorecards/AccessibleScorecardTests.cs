using System.Text.RegularExpressions;
using DaNangDxIndex.Ranking;
using DaNangDxIndex.Typesetting;

namespace DaNangDxIndex.Scorecards;

/// <summary>The rules of PDF/UA-1 that a program can look up in the file, and what the file may not tell.</summary>
public sealed partial class AccessibleScorecardTests
{
    private static readonly PrintedCard Card = SamplePublication.Card(SamplePublication.Announced, "so-gtvt");
    private static readonly byte[] File = new ScorecardPdf(Fonts.Tinos).Write(Card, "vi", ScorecardPress.Verify);
    private static readonly string Plain = PdfTools.Plain(File);
    private static readonly int Criteria = Card.Criteria.Count();

    [Fact]
    public void The_file_is_sound() => PdfTools.Check(File).ShouldContain("No syntax or stream encoding errors found");

    [Fact]
    public void Title_author_and_date_are_the_publications()
    {
        var facts = PdfTools.Facts(File, "-isodates");

        facts.ShouldContain("Phiếu kết quả đánh giá chuyển đổi số năm 2024: Sở Giao thông vận tải");
        facts.ShouldContain("Ủy ban nhân dân thành phố Đà Nẵng");
        facts.ShouldContain("2025-04-03T00:00:00+07");
        facts.ShouldMatch(@"Tagged:\s+yes");
        facts.ShouldMatch(@"Page size:\s+595.276 x 841.89 pts \(A4\)");
        facts.ShouldNotContain("Producer");
        facts.ShouldNotContain("Creator");
    }

    [Fact]
    public void Language_and_title_bar_are_declared()
    {
        Plain.ShouldContain("/Lang (vi)");
        Plain.ShouldContain("/DisplayDocTitle true");
        Plain.ShouldContain("<pdfuaid:part>1</pdfuaid:part>");
        Count(@"/Tabs /S").ShouldBe(3);
        Count(@"/Type /Page$").ShouldBe(3);
    }

    [Fact]
    public void All_fonts_are_embedded_with_their_characters()
    {
        var fonts = PdfTools.Fonts(File).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(2).ToList();

        fonts.Count.ShouldBe(3);
        fonts.ShouldAllBe(
            line => line.Contains("+Tinos-", StringComparison.Ordinal) && line.Contains("yes yes yes", StringComparison.Ordinal));
        Count("/CIDToGIDMap /Identity").ShouldBe(3);
    }

    [Fact]
    public void The_structure_is_a_document_with_headings_tables_and_a_described_drawing()
    {
        var structure = PdfTools.Facts(File, "-struct");
        var (columns, sums) = (7 + 5 + 8, Card.Sum.Count);
        var rows = Card.Components.Count(component => component.Component.Block == DaNangDxIndex.Criteria.Block.Base) + sums
            + Card.Criteria.Count(criterion => criterion.IsChanged) + Card.Components.Count + Criteria + 1;

        structure.ShouldStartWith("Document");
        Occurrences(structure, "H1").ShouldBe(1);
        Occurrences(structure, "H2").ShouldBe(4);
        Occurrences(structure, "Table").ShouldBe(3);
        Occurrences(structure, "TR").ShouldBe(rows + 3);
        Count("/Scope /Column").ShouldBe(columns);
        Count("/Scope /Row").ShouldBe(rows);
        Occurrences(structure, "TH").ShouldBe(columns + rows);
        Occurrences(structure, "Link").ShouldBe(1);
        Count(@"/S /Figure").ShouldBe(1);
        Count("/Alt <").ShouldBe(1);
        Count(@"/Subtype /Link").ShouldBe(1);
        Count("/Contents <").ShouldBe(1);
    }

    [Fact]
    public void Nothing_is_drawn_outside_an_element_or_artifact()
    {
        var pages = Contents().Matches(Plain);
        pages.Count.ShouldBe(3);
        foreach (Match page in pages)
        {
            var (depth, drawn) = (0, 0);
            foreach (var line in page.Value.Split('\n'))
            {
                depth += line.EndsWith(" BDC", StringComparison.Ordinal) || line.EndsWith(" BMC", StringComparison.Ordinal) ? 1 : 0;
                depth -= line is "EMC" ? 1 : 0;
                if (!Drawing().IsMatch(line))
                    continue;
                drawn++;
                depth.ShouldBe(1, line);
            }
            drawn.ShouldBeGreaterThan(100);
        }
    }

    [Fact]
    public void Words_do_not_run_together_where_lines_break_or_paragraphs_follow_each_other()
    {
        var read = string.Join(' ', PdfTools.Text(File, "-raw").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

        read.ShouldMatch(@"Tổng điểm 93,37 Điểm tự chấm: 7\d,\d\d");
        read.ShouldContain("Cơ quan, đơn vị: Sở Giao thông vận tải");
        read.ShouldContain("Tỷ lệ thủ tục hành chính đủ điều kiện được cung cấp dịch vụ công trực tuyến toàn trình");
    }

    [Fact]
    public void A_ranked_table_is_as_accessible()
    {
        var group = SamplePublication.Announced.Edition.Groups[2];
        var table = new StandingsPdf(Fonts.Tinos).Write(SamplePublication.Announced, group, "vi", ScorecardPress.Verify);

        PdfTools.Check(table).ShouldContain("No syntax or stream encoding errors found");
        var structure = PdfTools.Facts(table, "-struct");
        Occurrences(structure, "Table").ShouldBe(2);
        Occurrences(structure, "TR").ShouldBe(1 + group.Results.Count + 1 + group.Criteria.Method.Tiers.Count + 1);
    }

    private static int Count(string pattern) => Regex.Count(Plain, pattern, RegexOptions.Multiline, TimeSpan.FromSeconds(5));

    private static int Occurrences(string structure, string element) =>
        structure.Split('\n').Count(line => line.Trim().Split(' ', ':')[0] == element);

    [GeneratedRegex(@"(?s)stream\n/(?:Artifact BMC|\w+ << /MCID).*?endstream", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Contents();

    [GeneratedRegex(@"(?:TJ|\bf|\bS)$", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Drawing();
}
