using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Appraisal;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Harness;
using DaNangDxIndex.Scoring;
using DaNangDxIndex.Text;

namespace DaNangDxIndex.Trail;

/// <summary>
/// The trail as an auditor reads it: sentences with names, values before and after, and what was written folded under them.
/// </summary>
public sealed class TrailPageTests(TestApp app) : IClassFixture<TestApp>
{
    /// <summary>A verb as the code writes it, one of two where it depends.</summary>
    private static readonly Regex Written = new(
        @"(?:KeepAsync|Tell|(?:audit|trail)\)?\.Add)\(\s*(?:[^;""]*\? )?""(?<verb>[a-z]+\.[a-z-]+)""(?: : ""(?<verb>[a-z]+\.[a-z-]+)"")?",
        RegexOptions.None, TimeSpan.FromSeconds(5));

    [Fact]
    public async Task An_entry_is_a_sentence_with_names_and_the_values_before_and_after()
    {
        var edition = await RunningEdition.AddAsync(app);
        var lead = await Appraiser.OfAsync(app, edition);
        using var corrected = await lead.CorrectAsync("files-online", 1, "45", "Theo hệ thống");
        using var decided = await lead.DecideAsync(
            "A.1", VerdictDecision.Points, "10", ReasonCode.EvidenceInsufficient, "Chưa đủ tài liệu");

        var told = Entries(await OpenAsync($"Agency={RunningEdition.Agency}"));

        told[0].ShouldContain($"thẩm định một tiêu chí: tiêu chí A.1 Hồ sơ trực tuyến · Ủy ban nhân dân phường Hải Châu");
        told[0].ShouldContain("Kết quả: điều chỉnh điểm");
        told[0].ShouldContain("Lý do: Tài liệu kiểm chứng chưa đủ căn cứ");
        told[1].ShouldContain("điều chỉnh số liệu: số liệu “Hồ sơ trực tuyến”");
        told[1].ShouldContain("Đã xác minh: 45 hồ sơ");
        told[1].ShouldNotContain("Kê khai", Case.Sensitive, "what stayed as it was is not told");
    }

    [Fact]
    public async Task It_narrows_to_an_agency_a_person_a_criterion_a_day_and_a_kind_of_act()
    {
        var edition = await RunningEdition.AddAsync(app);
        var lead = await Appraiser.OfAsync(app, edition);
        using var first = await lead.DecideAsync("A.1", VerdictDecision.Accept);
        using var second = await lead.DecideAsync("A.2", VerdictDecision.Accept);
        var today = VietNamTime.DayOf(DateTimeOffset.UtcNow);

        Entries(await OpenAsync("Act=verdict&Of=A.2")).ShouldAllBe(entry => entry.Contains("tiêu chí A.2"));
        Entries(await OpenAsync("Agency=hai chau&Act=verdict")).ShouldNotBeEmpty();
        Entries(await OpenAsync("Agency=khong co co quan nay")).ShouldBeEmpty();
        Entries(await OpenAsync($"Who={WebUtility.UrlEncode("Phạm Văn Trưởng")}&Act=verdict")).ShouldNotBeEmpty();
        Entries(await OpenAsync("Who=%25")).ShouldBeEmpty("a percent sign is a letter here");
        Entries(await OpenAsync($"From={today.AddDays(1):dd/MM/yyyy}")).ShouldBeEmpty();
        Entries(await OpenAsync($"From={today:dd/MM/yyyy}&To={today:dd/MM/yyyy}&Act=verdict")).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_day_that_is_none_is_refused_in_its_place_and_stays_typed()
    {
        var page = await OpenAsync("From=hôm qua");

        page.QuerySelector("#From-error").ShouldNotBeNull().TextContent.ShouldContain("Nhập ngày theo dạng ngày/tháng/năm");
        page.QuerySelector<IHtmlInputElement>("#From").ShouldNotBeNull().Value.ShouldBe("hôm qua");
    }

    [Fact]
    public void Every_verb_that_the_program_writes_has_words()
    {
        var written = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/") && !file.Contains("/bin/"))
            .SelectMany(file => Written.Matches(File.ReadAllText(file)))
            .SelectMany(match => match.Groups["verb"].Captures.Select(capture => capture.Value)).ToHashSet(StringComparer.Ordinal);

        written.Count.ShouldBeGreaterThan(60);
        written.Where(verb => !ActInWords.Knows(verb)).ShouldBeEmpty();
    }

    private async Task<IHtmlDocument> OpenAsync(string query) => await (await app.SignedInAsync(Role.Auditor)).OpenAsync($"/audit?{query}");

    private static List<string> Entries(IHtmlDocument page) =>
        [.. page.QuerySelectorAll(".trail-entry")
            .Select(entry => Regex.Replace(entry.TextContent, @"\s+", " ", RegexOptions.None, TimeSpan.FromSeconds(1)))];
}
