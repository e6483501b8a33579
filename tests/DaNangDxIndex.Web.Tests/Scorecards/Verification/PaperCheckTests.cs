using System.Text;
using DaNangDxIndex.Publications;
using DaNangDxIndex.Publishing;
using DaNangDxIndex.Publishing.OnPaper;
using DaNangDxIndex.Typesetting;

namespace DaNangDxIndex.Scorecards.Verification;

/// <summary>A printed file against its publication, without a server.</summary>
public sealed class PaperCheckTests
{
    private const string Agency = "so-gtvt";
    private static readonly PublishedVersion Version = SamplePublication.Announced;

    [Theory]
    [InlineData("vi")]
    [InlineData("en")]
    public void Every_scorecard_says_what_was_published(string language)
    {
        foreach (var version in (PublishedVersion[])[Version, SamplePublication.Sample])
            foreach (var agency in (string[])["so-tttt", "so-gtvt", "so-ldtbxh", "dai-ptth", "bhxh", "p-hoa-thuan-tay", "p-tho-quang"])
                Check(Forgery.Scorecard(version, agency, language), version).ShouldBeEmpty(agency);
    }

    [Theory]
    [InlineData("departments", "vi")]
    [InlineData("departments", "en")]
    [InlineData("central", "vi")]
    [InlineData("wards", "vi")]
    [InlineData("wards", "en")]
    public void Every_ranked_table_says_what_was_published(string group, string language) =>
        Check(Forgery.Table(Version, group, language), Version).ShouldBeEmpty();

    [Theory]
    [InlineData("total")]
    [InlineData("rank")]
    [InlineData("tier")]
    [InlineData("selfTotal")]
    [InlineData("criteria/1.3/final")]
    [InlineData("components/awareness/final")]
    [InlineData("criteria/1.2/figure")]
    [InlineData("agency")]
    public void A_changed_figure_is_named_by_its_place(string place)
    {
        var differences = Check(Forgery.Scorecard(Forged(place), Agency), Version);

        differences.Select(difference => difference.Place).ShouldContain(place);
        differences.ShouldAllBe(difference => difference.Published != difference.Recomputed);
    }

    private static PublishedVersion Forged(string place) => place switch
    {
        "agency" => Forgery.Entrant(Version, Agency, entrant => entrant with { Name = new("Sở Giao thông", "Transport") }),
        "criteria/1.2/figure" => Forgery.Entrant(Version, Agency, entrant => entrant with
        {
            Figures = entrant.Figures.ToDictionary(
                figure => figure.Key, figure => figure.Value + (figure.Value.All(char.IsDigit) ? "1" : ""), StringComparer.Ordinal),
        }),
        _ => Forgery.Result(Version, Agency, result => place switch
        {
            "total" => result with { Total = "98.99" },
            "rank" => result with { Rank = 1 },
            "tier" => result with { Tier = "average" },
            "selfTotal" => result with { SelfAssessed = result.SelfAssessed.ShouldNotBeNull() with { Total = "1.11" } },
            "components/awareness/final" => result with
            {
                Components = [.. result.Components.Select((points, at) => at == 0 ? points with { Points = points.Maximum } : points)],
            },
            _ => result with
            {
                Criteria = [.. result.Criteria.Select(points => points.Code == "1.3" ? points with { Points = points.Maximum } : points)],
            },
        }),
    };

    [Fact]
    public void In_a_ranked_table_the_agency_and_its_column_are_named()
    {
        var forged = Forgery.Result(Version, "bhxh", result => result with { Total = "99.99" });

        Check(Forgery.Table(forged, "central"), Version).Select(difference => (difference.Place, difference.Published))
            .ShouldBe([("standings/bhxh/total", "99,99")]);
    }

    [Fact]
    public void Two_names_that_changed_places_are_named()
    {
        var (agency, other) = (Version.Edition.GroupOf("bhxh").ShouldNotBeNull().Entrant("bhxh").ShouldNotBeNull(),
            Version.Edition.Group("central").ShouldNotBeNull().Entrants.First(entrant => entrant.Agency != "bhxh"));
        var forged = Forgery.Entrant(Version, "bhxh", entrant => entrant with { Name = other.Name });
        forged = Forgery.Entrant(forged, other.Agency, entrant => entrant with { Name = agency.Name });

        Check(Forgery.Table(forged, "central"), Version).Select(difference => difference.Place)
            .ShouldBe(["standings/bhxh/name", $"standings/{other.Agency}/name"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("&quot;number&quot;:1", "&quot;number&quot;:2", "number")]
    [InlineData("&quot;edition&quot;:2024", "&quot;edition&quot;:2025", "edition")]
    [InlineData("&quot;tenant&quot;:&quot;da-nang", "&quot;tenant&quot;:&quot;da-nong", "tenant")]
    public void What_the_file_says_of_itself_is_compared_too(string said, string instead, string place) =>
        Check(Forgery.Bytes(Forgery.Scorecard(Version, Agency), said, instead), Version)
            .Select(difference => difference.Place).ShouldContain(place);

    [Fact]
    public void What_was_added_behind_the_end_is_told()
    {
        var paper = PaperPdf.Read([.. Forgery.Scorecard(Version, Agency), .. "\n1 0 obj\n<< >>\nendobj\nstartxref\n0\n%%EOF\n"u8]);

        paper.Added.ShouldBeTrue();
        PaperCheck.Of(paper, Version.Edition, Version.Digest).ShouldBeEmpty();
    }

    [Fact]
    public void A_file_that_another_program_saved_is_refused_and_nothing_is_guessed() =>
        Should.Throw<PaperFault>(() => PaperPdf.Read(Encoding.Latin1.GetBytes(PdfTools.Plain(Forgery.Scorecard(Version, Agency)))));

    [Fact]
    public void No_damaged_byte_and_no_cut_leads_to_anything_but_a_refusal_or_a_difference()
    {
        var file = Forgery.Scorecard(Version, "bhxh");
        var random = new Random(7);
        for (var time = 0; time < 300; time++)
        {
            byte[] damaged = time % 2 == 0 ? file[..random.Next(file.Length)] : [.. file];
            if (damaged.Length == file.Length)
                damaged[random.Next(file.Length)] ^= (byte)random.Next(1, 256);
            try
            {
                Check(damaged, Version);
            }
            catch (PaperFault)
            {
                // A sentence for the reader: what was wanted.
            }
        }
    }

    [Theory]
    [InlineData("/N 9999999 /First 4", "3 0 << >>")]
    [InlineData("/N 1 /First 999999999", "3 0 << >>")]
    [InlineData("/N 1 /First 4", "3 9 << >>")]
    [InlineData("/N 1 /First 12", "3 999999999999 << >>")]
    [InlineData("/N 2 /First 8", "3 4 4 0 << >>")]
    [InlineData("/N 1 /First 4", "3 0 << /Metadata 3 0 R >>")]
    [InlineData("/N 1 /First 4", "3 0 << /Metadata 9999999 0 R >>")]
    public void A_file_made_up_to_be_read_wrongly_is_refused(string counts, string pack) =>
        Should.Throw<PaperFault>(() => PaperPdf.Read(Forgery.MadeUp(counts, pack)));

    public static TheoryData<string> StuffedPapers => [.. StuffedPaper.All.Keys];

    [Theory]
    [MemberData(nameof(StuffedPapers))]
    public void A_small_file_that_would_take_much_to_read_is_refused_before_it_does(string which)
    {
        var file = StuffedPaper.All[which]();
        file.Length.ShouldBeLessThanOrEqualTo(PaperPdf.LargestFile);

        var before = GC.GetAllocatedBytesForCurrentThread();
        var refused = Should.Throw<PaperFault>(() => PaperPdf.Read(file)).Sentence;
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(300L << 20);
        refused.Vi.ShouldContain("Tải lại tệp gốc, hoặc đối chiếu bằng mã tra cứu in trên tệp.");
        refused.En.ShouldContain("Download the original, or check the code that is printed on it.");
    }

    [Theory]
    [MemberData(nameof(StuffedPapers))]
    public void The_auditors_program_refuses_such_a_file_in_a_sentence(string which)
    {
        var folder = Directory.CreateTempSubdirectory("papers-");
        try
        {
            var (paper, bundle) = (Path.Combine(folder.FullName, "paper.pdf"), Path.Combine(folder.FullName, "bundle.zip"));
            File.WriteAllBytes(paper, StuffedPaper.All[which]());
            File.WriteAllBytes(bundle, BundleZip.Write(Bundle.Of(Version.Edition)));

            var (code, told) = Run("verify", paper, bundle, "--lang", "en");
            (code, told.Contains("Download the original", StringComparison.Ordinal)).ShouldBe((2, true), told);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("vi", "tệp ghi “98,99”")]
    [InlineData("en", "the file says \"98,99\"")]
    public void The_auditors_program_says_what_differs(string language, string said)
    {
        var folder = Directory.CreateTempSubdirectory("papers-");
        try
        {
            var (card, forged, bundle) = (Path.Combine(folder.FullName, "card.pdf"), Path.Combine(folder.FullName, "forged.pdf"),
                Path.Combine(folder.FullName, "bundle.zip"));
            File.WriteAllBytes(card, Forgery.Scorecard(Version, Agency));
            File.WriteAllBytes(forged, Forgery.Scorecard(
                Forgery.Result(Version, Agency, result => result with { Total = "98.99" }), Agency));
            File.WriteAllBytes(bundle, BundleZip.Write(Bundle.Of(Version.Edition)));

            var (code, told) = Run("verify", card, bundle, "--lang", language);
            (code, told.Split('\n')[0]).ShouldBe((0, "identical"), told);
            (code, told) = Run("verify", forged, bundle, "--lang", language);
            (code, told.Contains($"total: {said}", StringComparison.Ordinal)).ShouldBe((1, true), told);
            (code, told) = Run("verify", card, "--lang", language);
            (code, told.Contains("/da-nang/api/v1/editions/2024/bundle.zip?version=1", StringComparison.Ordinal)).ShouldBe((2, true), told);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static IReadOnlyList<Difference> Check(byte[] file, PublishedVersion version)
    {
        var paper = PaperPdf.Read(file);
        return PaperCheck.Of(paper, version.Edition, version.Digest, paper.Identity.Agency is null ? null : SamplePublication.Code);
    }

    private static (int Code, string Told) Run(params string[] words)
    {
        using var output = new StringWriter();
        return (DxVerify.Run(words, output, output), output.ToString());
    }
}
