using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Harness;
using DaNangDxIndex.Publishing.Findings;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Publishing;

/// <summary>The page before signing: told, refused, acknowledged, signed.</summary>
public sealed class FindingsTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task The_signatory_acknowledges_one_by_one_and_only_then_publishes()
    {
        var edition = await Signing.FinalAsync(app);
        var signatory = await app.SignedInAsync(Role.Signatory);
        var page = await signatory.OpenAsync(Signing.Findings(edition));
        var kinds = Signing.Offered(page);
        kinds.ShouldBe([nameof(FindingKind.BlankFigure)]);
        page.QuerySelector(".finding").ShouldNotBeNull().TextContent.ShouldContain("Mức độ hài lòng");
        page.QuerySelector($"main a[href$='{edition.Publish}']").ShouldBeNull();
        await NotOfferedAsync(signatory, edition, "Xem và xác nhận từng nội dung cần lưu ý trước khi công bố: Số liệu còn trống.");
        await RefusedAsync(await Signing.SendAnywayAsync(signatory, edition), "Số liệu còn trống");

        await Signing.AcknowledgeAsync(app, edition);

        page = await signatory.OpenAsync(Signing.Findings(edition));
        Signing.Offered(page).ShouldBeEmpty();
        page.QuerySelector(".acknowledged").ShouldNotBeNull().TextContent.ShouldContain("xác nhận đã xem");
        page.QuerySelector($"main a[href$='{edition.Publish}']").ShouldNotBeNull();
        using var answer = await signatory.SendFormAsync(edition.Publish, Signing.Decision(), "main form");
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var published = await signatory.OpenAsync(answer.Headers.Location.ShouldNotBeNull().ToString());
        published.QuerySelector(".finding").ShouldNotBeNull().TextContent.ShouldContain("Số liệu còn trống");
        published.QuerySelector(".acknowledged").ShouldNotBeNull().TextContent.ShouldContain("xác nhận đã xem");
        var told = (await edition.TrailAsync()).Select(entry => entry.Verb).ToList();
        told.ShouldBe(["findings.acknowledge", "edition.publish"]);
    }

    [Fact]
    public async Task Which_results_hang_on_what_is_open_is_told_beside_what_is_open()
    {
        var edition = await Signing.FinalAsync(app);
        var signatory = await app.SignedInAsync(Role.Signatory);
        (await signatory.OpenAsync(Signing.Findings(edition))).QuerySelector("#at-stake").ShouldBeNull();
        await edition.AskNotApplicableAsync("A.1", "Cơ quan không tiếp nhận hồ sơ");

        var rows = (await signatory.OpenAsync(Signing.Findings(edition))).QuerySelectorAll("section[aria-labelledby=at-stake] tbody tr")
            .Select(row => string.Join(" | ", row.Children.Select(cell => cell.TextContent))).ToList();
        rows.ShouldHaveSingleItem().ShouldStartWith("Ủy ban nhân dân phường Hải Châu | A.1 | 45,00 đến 48,00 | ");
    }

    [Fact]
    public async Task A_changed_result_asks_again()
    {
        var edition = await Signing.FinalAsync(app);
        await Signing.AcknowledgeAsync(app, edition);
        await TestApp.AskAsync<int>(
            app.Superuser,
            $"UPDATE figure_entry SET declared = '21' WHERE year = {edition.Year} AND agency = '{RunningEdition.Third}' AND "
            + "figure = 'files-online'");

        Signing.Offered(await (await app.SignedInAsync(Role.Signatory)).OpenAsync(Signing.Findings(edition))).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Findings_that_changed_on_the_way_are_not_acknowledged()
    {
        var edition = await Signing.FinalAsync(app);
        var signatory = await app.SignedInAsync(Role.Signatory);
        var seen = (await signatory.OpenAsync(Signing.Findings(edition)))
            .QuerySelector<IHtmlInputElement>("input[name=seen]").ShouldNotBeNull().Value;
        await TestApp.AskAsync<int>(
            app.Superuser,
            $"UPDATE figure_entry SET declared = '22' WHERE year = {edition.Year} AND agency = '{RunningEdition.Third}' AND "
            + "figure = 'files-online'");

        using var answer = await signatory.PostAsync(
            Signing.Findings(edition), new() { ["seen"] = seen, ["kinds"] = nameof(FindingKind.BlankFigure) });
        await RefusedAsync(answer, "Kết quả đã thay đổi sau khi mở trang.");
        (await app.InDatabaseAsync("da-nang", db =>
            db.Set<Acknowledgement>().CountAsync(acknowledgement => acknowledgement.Year == edition.Year))).ShouldBe(0);
    }

    [Fact]
    public async Task A_stored_figure_that_is_not_valid_is_blank_everywhere_and_refuses_publishing()
    {
        var edition = await Signing.FinalAsync(app);
        (Role Role, string Path)[] places =
        [
            (Role.Assessor, $"/assessments/{edition.Year}/{RunningEdition.Agency}/components/A"),
            (Role.LeadAppraiser, $"{edition.Bench}?criterion=A.2"),
        ];
        foreach (var (role, path) in places)
            (await ShownAsync(role, path)).ShouldContain("40", customMessage: "while it is valid");
        await TestApp.AskAsync<int>(
            app.Superuser,
            $"UPDATE figure_entry SET declared = '140' WHERE year = {edition.Year} AND agency = '{RunningEdition.Agency}' "
            + "AND figure = 'coverage'");
        foreach (var (role, path) in places)
            (await ShownAsync(role, path)).ShouldNotContain("140");
        var signatory = await app.SignedInAsync(Role.Signatory);

        var page = await signatory.OpenAsync(Signing.Findings(edition));
        page.QuerySelector(".findings-blocking").ShouldNotBeNull().TextContent.ShouldContain("Tỷ lệ phủ sóng: ");
        await Signing.AcknowledgeAsync(app, edition);
        await NotOfferedAsync(signatory, edition, "Chưa công bố được, cần xử lý trước: Số liệu không hợp lệ");
        await RefusedAsync(await Signing.SendAnywayAsync(signatory, edition), "Số liệu không hợp lệ");
    }

    /// <summary>In place of a button that would be refused the page says why, and leads to where it is settled.</summary>
    private static async Task NotOfferedAsync(Visitor signatory, RunningEdition edition, string why)
    {
        var page = await signatory.OpenAsync(edition.Publish);
        page.QuerySelector("#not-ready").ShouldNotBeNull().TextContent.ShouldStartWith(why);
        page.QuerySelector($"main a.govuk-button[href$='{Signing.Findings(edition)}']").ShouldNotBeNull();
        page.QuerySelector("main form").ShouldBeNull();
    }

    [Fact]
    public async Task What_another_signatory_acknowledged_is_shown_with_name_and_counts_for_nobody_else()
    {
        var edition = await Signing.FinalAsync(app);
        await Signing.AcknowledgeAsync(app, edition);
        await TestApp.AskAsync<int>(app.Superuser, $"""
            UPDATE acknowledgement SET by = (SELECT id FROM account WHERE user_name = 'office@da-nang.demo'), name = 'Trần Người Khác' WHERE year = {edition.Year}
            """);
        var signatory = await app.SignedInAsync(Role.Signatory);

        var page = await signatory.OpenAsync(Signing.Findings(edition));
        page.QuerySelector(".acknowledged").ShouldNotBeNull().TextContent.ShouldContain("Trần Người Khác");
        Signing.Offered(page).ShouldBe([nameof(FindingKind.BlankFigure)], "it has to be read by the one who signs");
        await RefusedAsync(await Signing.SendAnywayAsync(signatory, edition), "Số liệu còn trống");

        await Signing.AcknowledgeAsync(app, edition);
        using var answer = await signatory.SendFormAsync(edition.Publish, Signing.Decision(), "main form");
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var published = await signatory.OpenAsync(answer.Headers.Location.ShouldNotBeNull().ToString());
        published.QuerySelectorAll(".acknowledged").ShouldHaveSingleItem().TextContent.ShouldContain("Võ Văn Ký");
    }

    [Fact]
    public async Task The_form_says_which_annex_bears_which_number()
    {
        var edition = await Signing.FinalAsync(app);
        await Signing.AcknowledgeAsync(app, edition);
        (await (await app.SignedInAsync(Role.Signatory)).OpenAsync(edition.Publish)).QuerySelector("#Annex-hint").ShouldNotBeNull()
            .TextContent.ShouldContain("phiếu kết quả mang số kế tiếp");
    }

    [Fact]
    public async Task The_office_reads_and_does_not_acknowledge()
    {
        var edition = await Signing.FinalAsync(app);
        var office = await app.SignedInAsync(Role.Office);
        var page = await office.OpenAsync(Signing.Findings(edition));
        Signing.Offered(page).ShouldBeEmpty();
        page.QuerySelector(".finding a[href*='/progress/']").ShouldNotBeNull();
        var seen = page.QuerySelector<IHtmlInputElement>("input[name=seen]").ShouldNotBeNull().Value;

        using var answer = await office.PostAsync(
            Signing.Findings(edition), new() { ["seen"] = seen, ["kinds"] = nameof(FindingKind.BlankFigure) });
        await RefusedAsync(answer, "Chỉ Ban Chỉ đạo được công bố kết quả.");
    }

    /// <summary>What somebody reads there, also in fields.</summary>
    private async Task<string> ShownAsync(Role role, string path)
    {
        var main = (await (await app.SignedInAsync(role)).OpenAsync(path)).QuerySelector("main").ShouldNotBeNull();
        var shown = main.QuerySelectorAll<IHtmlInputElement>("input").Select(input => input.Value).Append(main.TextContent);
        main.TextContent.ShouldContain("Tỷ lệ phủ sóng");
        return string.Join('\n', shown);
    }

    private static async Task RefusedAsync(HttpResponseMessage answer, string why)
    {
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Visitor.ReadAsync(answer)).QuerySelector(".govuk-error-summary").ShouldNotBeNull().TextContent.ShouldContain(why);
    }
}
