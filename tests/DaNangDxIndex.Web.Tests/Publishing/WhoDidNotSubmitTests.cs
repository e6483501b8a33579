using System.Net;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Harness;

namespace DaNangDxIndex.Publishing;

/// <summary>The mark of an agency that did not submit, wherever the agency is shown.</summary>
public sealed class WhoDidNotSubmitTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Mark = "Không nộp hồ sơ";

    [Fact]
    public async Task The_preview_and_the_last_look_before_signing_count_them_and_do_not_call_everything_final()
    {
        var edition = await FinalAsync("leftOut");
        var signatory = await app.SignedInAsync(Role.Signatory);
        var preview = (await signatory.OpenAsync($"/editions/{edition.Year}/preview")).Body.ShouldNotBeNull().TextContent;

        preview.ShouldNotContain("Tất cả hồ sơ đã có kết quả thẩm định cuối cùng.");
        preview.ShouldContain("Không nộp hồ sơ: 1 cơ quan, đơn vị.");
        var row = (await signatory.OpenAsync(edition.Publish)).QuerySelectorAll("main tbody td").Select(cell => cell.TextContent).ToList();
        row.Take(2).ShouldBe(["3", "1"]);
    }

    [Fact]
    public async Task While_entry_is_open_the_preview_ranks_nobody_on_figures_that_were_never_submitted()
    {
        var edition = await RunningEdition.AddAsync(app, EditionStage.Open, AssessmentState.Submitted, AssessmentState.Entering);
        var page = await (await app.SignedInAsync(Role.Office)).OpenAsync($"/editions/{edition.Year}/preview");

        RowOf(page, RunningEdition.OfOffice).TextContent.ShouldContain("Chưa nộp hồ sơ");
        Cells(page, RunningEdition.OfOffice).ShouldBe(("–", "–"));
        Cells(page, RunningEdition.Agency).Rank.ShouldBe("1");
    }

    [Fact]
    public async Task Left_out_they_stand_under_the_table_without_rank_total_and_tier_everywhere()
    {
        var edition = await PublishedAsync("leftOut");
        var page = await app.Visitor().OpenAsync($"/editions/{edition.Year}");

        var last = page.QuerySelectorAll("#standings tbody")[^1];
        last.QuerySelector(".standings-bound").ShouldNotBeNull().TextContent
            .ShouldContain("Không nộp hồ sơ: không chấm điểm, không xếp hạng");
        last.QuerySelectorAll("tr[data-row]").ShouldHaveSingleItem().QuerySelector(".not-submitted").ShouldNotBeNull().TextContent
            .ShouldBe(Mark);
        Cells(page, RunningEdition.Agency).ShouldBe(("–", "–"));
        page.Body.ShouldNotBeNull().TextContent.ShouldContain("1 cơ quan, đơn vị không nộp hồ sơ nên không được chấm điểm, xếp hạng.");

        var item = await ItemAsync(edition);
        item["submitted"].ShouldNotBeNull().GetValue<bool>().ShouldBeFalse();
        (item["rank"], item["total"], item["tier"]).ShouldBe((null, null, null));
        (await LineAsync(edition)).ShouldContain($",,{RunningEdition.Agency},");
        (await LineAsync(edition)).ShouldEndWith(",no,no,,inForce");

        var agency = await app.Visitor().OpenAsync($"/editions/{edition.Year}/agencies/{RunningEdition.Agency}");
        agency.QuerySelector(".not-submitted").ShouldNotBeNull().TextContent.ShouldBe(Mark);
        agency.Body.ShouldNotBeNull().TextContent.ShouldContain("nên không được chấm điểm, không xếp hạng, không xếp loại");
        (await CardAsync(edition))["submitted"].ShouldNotBeNull().GetValue<bool>().ShouldBeFalse();
        using var pdf = await app.Visitor().GetApiAsync($"editions/{edition.Year}/agencies/{RunningEdition.Agency}/scorecard.pdf");
        pdf.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await pdf.Content.ReadAsStringAsync()).ShouldContain("scorecard.not-submitted");
    }

    [Fact]
    public async Task Nothing_that_was_typed_and_never_submitted_is_published_of_those_left_out()
    {
        var edition = await PublishedAsync("leftOut");
        var group = PublishedEditionJson.Read((await Signing.PublicationAsync(app, edition)).Canonical).Groups.ShouldHaveSingleItem();

        var entrant = group.Entrant(RunningEdition.Agency).ShouldNotBeNull();
        entrant.Submitted.ShouldBeFalse();
        (entrant.Figures.Count, entrant.Decisions.Count, entrant.Declared.Count).ShouldBe((0, 0, 0));
        group.ResultOf(RunningEdition.Agency).ShouldBeNull();
        BundleCheck.Of(Bundle.Of((await Signing.PublicationAsync(app, edition)).Canonical)).Differences.ShouldBeEmpty();
    }

    [Fact]
    public async Task Scored_they_are_ranked_and_bear_the_mark_everywhere()
    {
        var edition = await PublishedAsync("scored");
        var page = await app.Visitor().OpenAsync($"/editions/{edition.Year}");

        RowOf(page, RunningEdition.Agency).QuerySelector(".not-submitted").ShouldNotBeNull().TextContent.ShouldBe(Mark);
        Cells(page, RunningEdition.Agency).Rank.ShouldBe("2");
        page.Body.ShouldNotBeNull().TextContent.ShouldContain("1 cơ quan, đơn vị không nộp hồ sơ, được chấm điểm theo số liệu đã có.");
        var item = await ItemAsync(edition);
        (item["submitted"].ShouldNotBeNull().GetValue<bool>(), item["rank"].ShouldNotBeNull().GetValue<int>()).ShouldBe((false, 2));
        (await LineAsync(edition)).ShouldContain(",no,no,");
        (await app.Visitor().OpenAsync($"/editions/{edition.Year}/agencies/{RunningEdition.Agency}")).Body.ShouldNotBeNull()
            .TextContent.ShouldContain("điểm được tính theo số liệu đã có");
        var card = await CardAsync(edition);
        card["submitted"].ShouldNotBeNull().GetValue<bool>().ShouldBeFalse();
        card["components"].ShouldNotBeNull()[0].ShouldNotBeNull()["criteria"]
            .ShouldNotBeNull()[0].ShouldNotBeNull()["declared"].ShouldBeNull(
                "nobody declared what was never submitted");
        using var pdf = await app.Visitor().GetApiAsync($"editions/{edition.Year}/agencies/{RunningEdition.Agency}/scorecard.pdf");
        pdf.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private Task<RunningEdition> FinalAsync(string policy) =>
        RunningEdition.AddAsync(app, EditionStage.Final, AssessmentState.NotSubmitted, AssessmentState.Final, notSubmitted: policy);

    private async Task<RunningEdition> PublishedAsync(string policy)
    {
        var edition = await FinalAsync(policy);
        await Signing.AcknowledgeAsync(app, edition);
        using var answer = await (await app.SignedInAsync(Role.Signatory)).SendFormAsync(edition.Publish, Signing.Decision(), "main form");
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return edition;
    }

    private static IElement RowOf(IDocument page, string agency) =>
        page.QuerySelector($"#standings a[href$='/agencies/{agency}']").ShouldNotBeNull().Closest("tr").ShouldNotBeNull();

    private static (string Rank, string Total) Cells(IDocument page, string agency)
    {
        var row = RowOf(page, agency);
        return (row.QuerySelector(".standings-rank").ShouldNotBeNull().TextContent,
            row.QuerySelector(".standings-points").ShouldNotBeNull().TextContent);
    }

    private async Task<JsonNode> ItemAsync(RunningEdition edition) =>
        (await ReadAsync($"editions/{edition.Year}/standings?group=small"))["items"].ShouldNotBeNull().AsArray()
            .Single(item => item?["agency"]?["code"]?.GetValue<string>() == RunningEdition.Agency).ShouldNotBeNull();

    private Task<JsonNode> CardAsync(RunningEdition edition) =>
        ReadAsync($"editions/{edition.Year}/agencies/{RunningEdition.Agency}/scorecard");

    private async Task<string> LineAsync(RunningEdition edition) =>
        (await (await app.Visitor().GetApiAsync($"editions/{edition.Year}/standings?group=small&format=csv")).Content.ReadAsStringAsync())
            .Split("\r\n").Single(line => line.Contains($",{RunningEdition.Agency},"));

    private async Task<JsonNode> ReadAsync(string path) =>
        JsonNode.Parse(await (await app.Visitor().GetApiAsync(path)).Content.ReadAsStringAsync()).ShouldNotBeNull();
}
