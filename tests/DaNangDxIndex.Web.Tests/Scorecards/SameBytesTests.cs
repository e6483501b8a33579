using System.Globalization;
using DaNangDxIndex.Typesetting;

namespace DaNangDxIndex.Scorecards;

public sealed class SameBytesTests
{
    private static readonly ScorecardPdf Pdf = new(Fonts.Tinos);
    private static readonly PrintedCard Card = SamplePublication.Card(SamplePublication.Announced, "so-gtvt");

    [Theory]
    [InlineData("vi")]
    [InlineData("en")]
    public void The_same_card_gives_the_same_bytes(string language)
    {
        using var typefaces = new Typefaces(Fonts.Folder);

        new ScorecardPdf(typefaces).Write(Card, language, ScorecardPress.Verify).ShouldBe(Pdf.Write(Card, language, ScorecardPress.Verify));
    }

    [Fact]
    public void The_culture_of_the_machine_changes_nothing()
    {
        var expected = Pdf.Write(Card, "vi", ScorecardPress.Verify);

        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("tr-TR");
        Pdf.Write(SamplePublication.Card(SamplePublication.Announced, "so-gtvt"), "vi", ScorecardPress.Verify).ShouldBe(expected);
    }

    [Fact]
    public void Another_process_gives_the_same_bytes()
    {
        var folder = Directory.CreateTempSubdirectory("documents");
        try
        {
            PdfTools.Run("dotnet", ["exec", typeof(ScorecardPress).Assembly.Location, folder.FullName]);

            File.ReadAllBytes(Path.Combine(folder.FullName, "annex-so-gtvt-vi.pdf")).ShouldBe(Pdf.Write(Card, "vi", ScorecardPress.Verify));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Fifty_requests_at_once_get_the_same_bytes()
    {
        var expected = Pdf.Write(Card, "vi", ScorecardPress.Verify);

        var written = new byte[50][];
        Parallel.For(0, written.Length, new ParallelOptions { MaxDegreeOfParallelism = written.Length },
            i => written[i] = Pdf.Write(Card, "vi", ScorecardPress.Verify));

        written.ShouldAllBe(bytes => bytes.SequenceEqual(expected));
    }

    /// <summary>In a process of its own: here, other tests run at the same time and take memory too.</summary>
    [Fact]
    public void A_thousand_scorecards_leave_no_memory_behind()
    {
        var grown = PdfTools.Run("dotnet", ["exec", typeof(ScorecardPress).Assembly.Location, "--memory", "1000"]);

        // A font or subset kept from each card would be several times this.
        long.Parse(grown.Trim(), CultureInfo.InvariantCulture).ShouldBeLessThan(32 * 1024 * 1024);
    }
}
