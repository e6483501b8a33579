using System.Net;
using System.Text.Json.Nodes;
using AngleSharp.Html.Dom;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Appraisal;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Harness;
using DaNangDxIndex.Publishing;
using DaNangDxIndex.Scoring;
using Microsoft.EntityFrameworkCore;
using static DaNangDxIndex.Amendments.Amending;

namespace DaNangDxIndex.Amendments;

/// <summary>An open edition changes by a recorded amendment only: what, why, under which document, and whose points move.</summary>
[Collection(AmendmentsApp.Name)]
public sealed class AmendmentTests(TestApp app)
{
    [Fact]
    public async Task A_weight_is_amended_after_it_was_shown_whose_points_move_and_everybody_reads_it()
    {
        var edition = await RunningEdition.AddAsync(app);
        var lead = await Appraiser.OfAsync(app, edition);
        foreach (var criterion in new[] { "A.1", "A.2" })
            (await lead.DecideAsync(criterion, VerdictDecision.Accept)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var office = await app.SignedInAsync(Role.Office);
        var reviewed = await ReviewedAsync(office, edition, ("A.1", "50"), ("B.1", "20"));

        var text = reviewed.Body.ShouldNotBeNull().TextContent;
        text.ShouldContain("A.1 Hồ sơ trực tuyến: điểm tối đa 60 → 50.");
        text.ShouldContain("3/3 cơ quan thay đổi điểm hoặc thứ hạng");
        (await edition.TrailAsync()).ShouldNotContain(entry => entry.Verb == "edition.amend");

        (await SignAsync(office, reviewed, Document)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        CriteriaFile.Read((await GroupAsync(edition)).CriteriaFile ?? "").Require().Criterion("A.1").ShouldNotBeNull().Maximum.ShouldBe(50);
        (await edition.VerdictsAsync()).Select(verdict => (verdict.Criterion, verdict.Stale)).ShouldBe([("A.1", true), ("A.2", false)]);
        (await edition.TrailAsync()).Count(entry => entry.Verb == "edition.amend").ShouldBe(1);
        IHtmlDocument[] pages =
        [
            await app.Visitor().OpenAsync($"/editions/{edition.Year}/methodology"),
            await office.OpenAsync($"/editions/{edition.Year}/office"),
        ];
        foreach (var page in pages)
        {
            var shown = page.Body.ShouldNotBeNull().TextContent;
            shown.ShouldContain("Quyết định số 12/QĐ-UBND ngày 05/01/2027");
            shown.ShouldContain("Trọng số cũ không phù hợp");
            shown.ShouldContain("điểm tối đa 60 → 50");
        }
    }

    [Fact]
    public async Task A_rule_is_amended_by_the_criteria_file()
    {
        var edition = await RunningEdition.AddAsync(app, EditionStage.Open, AssessmentState.Entering, AssessmentState.Entering);
        var office = await app.SignedInAsync(Role.Office);
        var path = PathOf(edition);
        var file = await (await office.GetAsync($"{path}?handler=File")).Content.ReadAsStringAsync();
        var changed = file.Replace("\"to\": \"1\"", "\"to\": \"1/2\"", StringComparison.Ordinal);
        changed.ShouldNotBe(file);
        using var content = new MultipartFormDataContent
        {
            { new StringContent(await office.TokenAsync(path)), "__RequestVerificationToken" },
            { new StringContent(changed), "file", "criteria.json" },
        };
        using var answer = await office.Http.PostAsync(new Uri(office.Address($"{path}?handler=Review"), UriKind.Relative), content);

        var reviewed = await Visitor.ReadAsync(answer);
        reviewed.Body.ShouldNotBeNull().TextContent.ShouldContain("A.1 Hồ sơ trực tuyến: cách tính");
        (await SignAsync(office, reviewed, Document)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await GroupAsync(edition)).CriteriaFile.ShouldBe(CriteriaFile.Write(CriteriaFile.Read(changed).Require()));
    }

    [Fact]
    public async Task A_rule_is_amended_in_its_notation_and_what_cannot_be_read_is_refused_beside_it()
    {
        var edition = await RunningEdition.AddAsync(app, EditionStage.Open, AssessmentState.Entering, AssessmentState.Entering);
        var office = await app.SignedInAsync(Role.Office);
        var stands = (await office.OpenAsync(PathOf(edition))).QuerySelector("[name='Rule[A.1]']").ShouldNotBeNull().TextContent;
        stands.ShouldBe("tuyến tính files-online / files-received: từ 0% đến 100%");
        using var answer = await office.SendFormAsync(PathOf(edition),
            new() { ["Rule[A.1]"] = "tuyến tính files-online / files-receive: từ 0 đến 80%" }, Review);
        var refused = await Visitor.ReadAsync(answer);
        refused.QuerySelector(".govuk-error-summary a").ShouldNotBeNull().GetAttribute("href").ShouldBe("#Rule_A_1_");
        refused.QuerySelector("[name='Rule[A.1]']").ShouldNotBeNull().TextContent.ShouldContain("files-receive:");

        using var changed = await office.SendFormAsync(PathOf(edition),
            new() { ["Rule[A.1]"] = stands.Replace("100%", "80%", StringComparison.Ordinal) }, Review);
        var reviewed = await Visitor.ReadAsync(changed);
        reviewed.Body.ShouldNotBeNull()
            .TextContent.ShouldContain($"A.1 Hồ sơ trực tuyến: ký hiệu “{stands}” → “tuyến tính files-online / files-received: từ 0% đến "
                + "80%”");
        (await SignAsync(office, reviewed, Document)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task What_was_amended_is_frozen_with_the_results_and_told_by_agency_only_then()
    {
        var edition = await RunningEdition.AddAsync(app);
        var office = await app.SignedInAsync(Role.Office);
        await SignAsync(office, await ReviewedAsync(office, edition, ("A.1", "50"), ("B.1", "20")), Document);
        (await ToldAsync(edition)).ShouldBe((3, null));
        (await app.Visitor().OpenAsync($"/editions/{edition.Year}/methodology")).QuerySelector("#amendments ~ section table")
            .ShouldBeNull();

        await TestApp.AskAsync<int>(app.Superuser,
            $"UPDATE assessment SET state = 'final' WHERE year = {edition.Year}; UPDATE edition SET stage = 'final' WHERE year = "
                + $"{edition.Year}");
        await Signing.PublishAsync(app, edition);

        (await ToldAsync(edition)).ShouldBe((3, "w25-hai-chau"));
        (await app.Visitor().OpenAsync($"/editions/{edition.Year}/methodology")).QuerySelectorAll("#amendments ~ section tbody tr")
            .Length.ShouldBe(3);
        using var zip = await app.Visitor().GetApiAsync($"editions/{edition.Year}/bundle.zip");
        var check = BundleCheck.Of(BundleZip.Read(await zip.Content.ReadAsStreamAsync()));
        check.Differences.ShouldBeEmpty();
        var frozen = check.Published.Amendments.ShouldNotBeNull().ShouldHaveSingleItem();
        (frozen.Document?.Citation.Vi, frozen.Reason, frozen.Moved.Count)
            .ShouldBe(("Quyết định số 12/QĐ-UBND ngày 05/01/2027", Document["Reason"], 3));
        frozen.Changes.Select(change => change.Vi).ShouldContain("A.1 Hồ sơ trực tuyến: điểm tối đa 60 → 50.");
    }

    [Fact]
    public async Task The_deadline_moves_by_an_amendment_forward_only()
    {
        var edition = await RunningEdition.AddAsync(
            app, EditionStage.Open, AssessmentState.Entering, AssessmentState.Entering, closesAt: DateTimeOffset.UtcNow.AddDays(20));
        var office = await app.SignedInAsync(Role.Office);
        var path = $"/editions/{edition.Year}/office/amend";
        using var outside = await office.SendFormAsync(
            path, new(Document, StringComparer.Ordinal) { ["EntryCloses"] = "01/01/2020" }, "main form[method=post]");
        outside.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);

        var day = $"15/03/{edition.Year}";
        using var moved = await office.SendFormAsync(
            path, new(Document, StringComparer.Ordinal) { ["EntryCloses"] = day, ["EntryClosesHour"] = "17:00" }, "main form[method=post]");
        moved.StatusCode.ShouldBe(HttpStatusCode.Redirect, await moved.Content.ReadAsStringAsync());
        (await app.Visitor().OpenAsync($"/editions/{edition.Year}/methodology"))
            .Body.ShouldNotBeNull().TextContent.ShouldContain($"→ 17:00 ngày {day}");
    }

    /// <summary>What the API says of the only amendment: how many agencies moved, and which one stands among them.</summary>
    private async Task<(int Moved, string? Agency)> ToldAsync(RunningEdition edition)
    {
        using var answer = await app.Visitor().GetApiAsync($"editions/{edition.Year}/amendments");
        var items = JsonNode.Parse(await answer.Content.ReadAsStringAsync()).ShouldNotBeNull()["items"].ShouldNotBeNull().AsArray();
        var item = items.ShouldHaveSingleItem();
        return ((int?)item?["movedAgencies"] ?? 0,
            (item?["moved"] as JsonArray)?.Select(moved => (string?)moved?["agency"]).Single(code => code == RunningEdition.Agency));
    }

    private Task<EditionGroup> GroupAsync(RunningEdition edition) =>
        app.InDatabaseAsync("da-nang", db => db.Set<EditionGroup>().AsNoTracking().SingleAsync(group => group.Year == edition.Year));
}
