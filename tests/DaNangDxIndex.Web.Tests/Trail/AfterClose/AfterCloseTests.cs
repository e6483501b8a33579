using System.Globalization;
using System.Net;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Appraisal;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Harness;
using DaNangDxIndex.Replies;
using DaNangDxIndex.Scoring;

namespace DaNangDxIndex.Trail.AfterClose;

/// <summary>What came after a deadline is reported with its effect on points, and that nothing came is reported too.</summary>
public sealed class AfterCloseTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Each_late_figure_is_told_with_its_leave_and_its_effect_and_the_effects_add_up()
    {
        var edition = await OpenEdition.AddAsync(app, DateTimeOffset.UtcNow.AddHours(-1));
        await ExtendAsync(edition, "now() + interval '1 day'");
        var assessor = await Saving.AsAsync(edition, await app.SignedInAsync(Role.Assessor));
        var totals = new List<decimal> { 0 };
        var saved = new[] { ("files-received", "100", 0), ("files-online", "50", 0), ("files-online", "95", 1) };
        foreach (var (figure, value, version) in saved)
        {
            var total = (await assessor.SavedAsync(figure, value, version))["total"]?["points"]?.GetValue<string>();
            totals.Add(decimal.Parse(total ?? "", CultureInfo.GetCultureInfo("vi-VN")));
        }

        var office = await app.SignedInAsync(Role.Office);
        var page = await office.OpenAsync($"/editions/{edition.Year}/after-close");
        var rows = page.QuerySelectorAll("section[aria-labelledby=phase-Entry] tbody tr");
        rows.Select(row => row.Children[4].TextContent.Trim()).ShouldBe(totals.Zip(totals.Skip(1), (before, after) =>
            (after - before).ToString("+0.00;-0.00;0.00", CultureInfo.GetCultureInfo("vi-VN"))));
        rows.ShouldAllBe(row => row.Children[3].TextContent == "Trong thời gian được gia hạn");
        rows[2].Children[2].TextContent.ShouldMatch(@"50\shồ sơ\s+95\shồ sơ");
        page.QuerySelectorAll(".empty").Select(none => none.TextContent).ShouldBe(["Không có thay đổi.", "Không có thay đổi."]);

        using var csv = await office.GetAsync($"/editions/{edition.Year}/after-close?handler=Csv");
        csv.Content.Headers.ContentType.ShouldNotBeNull().MediaType.ShouldBe("text/csv");
        var lines = (await csv.Content.ReadAsStringAsync()).Trim().Split("\r\n");
        lines.Length.ShouldBe(4);
        lines[3].ShouldEndWith(((totals[3] - totals[2]) / 1.00m).ToString("0.00", CultureInfo.GetCultureInfo("vi-VN")));
    }

    [Fact]
    public async Task A_late_sentence_to_a_part_above_its_whole_is_told_with_the_points_that_it_earns_and_other_acts_with_none()
    {
        var edition = await OpenEdition.AddAsync(app, DateTimeOffset.UtcNow.AddHours(-1));
        await ExtendAsync(edition, "now() + interval '1 day'");
        var assessor = await app.SignedInAsync(Role.Assessor);
        var saving = await Saving.AsAsync(edition, assessor);
        await saving.SavedAsync("files-received", "100");
        await saving.SavedAsync("files-online", "120");
        using var said = await assessor.SendFormAsync(
            $"{edition.Path}/components/A", new() { ["Clarifications[above:files-online~files-received]"] = "Gồm hồ sơ năm trước." },
            "main form");
        said.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var submitted = await (await app.SignedInAsync(Role.Approver)).SendFormAsync(
            $"{edition.Path}/check", new() { ["blanksSeen"] = "true" }, "form[action*=Submit]");
        submitted.StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var rows = (await (await app.SignedInAsync(Role.Office)).OpenAsync($"/editions/{edition.Year}/after-close"))
            .QuerySelectorAll("section[aria-labelledby=phase-Entry] tbody tr");

        rows.Select(row => row.Children[4].TextContent.Trim()).ShouldBe(["0,00", "0,00", "+50,00", "không"]);
        rows[2].Children[2].TextContent.ShouldContain("Gồm hồ sơ năm trước.");
    }

    [Fact]
    public async Task A_late_second_decision_is_set_against_the_first_and_a_late_first_one_against_none()
    {
        var rounds = new TwoRounds(app);
        var edition = await rounds.AppraisedAsync();
        await rounds.MoveOnAsync(edition, EditionStage.Explanation);
        using var written = await rounds.WriteAsync(edition, "A.1", "Số liệu đúng");
        using var sent = await rounds.SendAsync(edition);
        await rounds.MoveOnAsync(edition, EditionStage.Review);
        var lead = await Appraiser.OfAsync(app, edition);
        using var decided = await lead.DecideAsync("A.1", VerdictDecision.Points, "25", ReasonCode.EvidenceInsufficient, "Xem lại");
        await TestApp.AskAsync<int>(app.Superuser, $"""
            UPDATE edition SET replies_end_on = '2020-01-02', review_ends_on = '2020-01-03'
            WHERE year = {edition.Year} RETURNING 1
            """);

        var page = await (await app.SignedInAsync(Role.Office)).OpenAsync($"/editions/{edition.Year}/after-close");

        page.QuerySelectorAll("section[aria-labelledby=phase-Appraisal] tbody tr")
            .Where(row => row.Children[1].TextContent.Contains("thẩm định một tiêu chí", StringComparison.Ordinal))
            .Select(row => row.Children[4].TextContent.Trim()).ShouldBe(["−20,00", "+15,00"]);
    }

    [Fact]
    public async Task What_came_without_leave_says_so()
    {
        var edition = await OpenEdition.AddAsync(app, DateTimeOffset.UtcNow.AddHours(-1));
        await ExtendAsync(edition, "now() + interval '1 day'");
        await (await Saving.AsAsync(edition, await app.SignedInAsync(Role.Assessor))).SavedAsync("articles", "5");
        await ExtendAsync(edition, "NULL");
        (await (await app.SignedInAsync(Role.Administrator)).OpenAsync($"/editions/{edition.Year}/after-close"))
            .QuerySelector("section[aria-labelledby=phase-Entry] tbody tr").ShouldNotBeNull().Children[3].TextContent
            .ShouldBe("Không có gia hạn");
    }

    [Fact]
    public async Task Where_nothing_came_late_it_says_none()
    {
        var edition = await OpenEdition.AddAsync(app, DateTimeOffset.UtcNow.AddHours(2));
        await (await Saving.AsAsync(edition, await app.SignedInAsync(Role.Assessor))).SavedAsync("articles", "5");
        var page = await (await app.SignedInAsync(Role.Office)).OpenAsync($"/editions/{edition.Year}/after-close");
        page.QuerySelectorAll("tbody tr").ShouldBeEmpty();
        page.QuerySelectorAll(".empty").Select(none => none.TextContent)
            .ShouldBe(["Chưa đến thời hạn này.", "Không có thay đổi.", "Không có thay đổi."]);
        using var refused = await (await app.SignedInAsync(Role.Assessor)).GetAsync($"/editions/{edition.Year}/after-close");
        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private Task<int> ExtendAsync(OpenEdition edition, string to) => TestApp.AskAsync<int>(app.Superuser,
        $"""
        UPDATE assessment SET extended_to = {to}, extension_reason = CASE WHEN {to} IS NULL THEN NULL ELSE 'mất điện' END
        WHERE year = {edition.Year} AND agency = '{edition.Agency}' RETURNING 1
        """);
}
