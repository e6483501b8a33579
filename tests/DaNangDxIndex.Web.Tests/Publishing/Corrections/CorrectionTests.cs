using System.Net;
using System.Text.Json.Nodes;
using AngleSharp.Html.Dom;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Harness;
using DaNangDxIndex.Notices;
using Microsoft.EntityFrameworkCore;
using static DaNangDxIndex.Publishing.Corrections.Correcting;

namespace DaNangDxIndex.Publishing.Corrections;

/// <summary>Published results are corrected in the open: on a copy, with everybody it moves, as the next number.</summary>
[Collection(CorrectionsApp.Name)]
public sealed class CorrectionTests(TestApp app)
{
    private readonly Correcting _correcting = new(app);

    [Fact]
    public async Task Figures_that_a_correction_makes_contradict_each_other_are_shown_to_who_prepares_and_who_signs()
    {
        var edition = await Signing.PublishedAsync(app);
        var office = await _correcting.BegunAsync(edition);
        await ChangeAsync(office, edition, RunningEdition.Third, "files-received", "10");
        var signatory = await app.SignedInAsync(Role.Signatory);

        foreach (var person in new[] { office, signatory })
            (await person.OpenAsync(Page(edition))).GetElementById("doubts").ShouldNotBeNull().TextContent
                .ShouldContain("“Hồ sơ trực tuyến” (20\u00A0hồ sơ) lớn hơn “Hồ sơ tiếp nhận” (10\u00A0hồ sơ)");
        (await signatory.OpenAsync(Page(edition))).QuerySelector("form[action*=Sign]").ShouldNotBeNull().TextContent
            .ShouldNotContain("không thể cùng đúng");
    }

    [Fact]
    public async Task What_cannot_be_true_together_is_neither_offered_for_signing_nor_signed()
    {
        const string Refusal = "Chưa ký được: 1 chỗ số liệu không thể cùng đúng";
        var edition = await Signing.PublishedAsync(app);
        var office = await _correcting.BegunAsync(edition);
        await ChangeAsync(office, edition, RunningEdition.Third, "files-received", "0");
        var signatory = await app.SignedInAsync(Role.Signatory);
        var page = await signatory.OpenAsync(Page(edition));
        page.QuerySelector("form[action*=Sign]").ShouldBeNull();
        page.QuerySelector("main").ShouldNotBeNull().TextContent.ShouldContain(Refusal);

        // No page shows this digest; the API does.
        using var answer = await signatory.GetApiAsync($"editions/{edition.Year}/correction");
        var prepared = JsonNode.Parse(await answer.Content.ReadAsStringAsync());
        var seen = ((string?)prepared.ShouldNotBeNull()["digest"]).ShouldNotBeNull();
        using var signed = await signatory.PostAsync($"{Page(edition)}?handler=Sign", new(Signing.Decision()) { ["Seen"] = seen });

        signed.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Visitor.ReadAsync(signed)).QuerySelector(".govuk-error-summary").ShouldNotBeNull().TextContent.ShouldContain(Refusal);
        (await _correcting.NumbersAsync(edition)).ShouldBe([1]);
    }

    [Fact]
    public async Task A_correction_writes_points_as_the_scorecard_does_and_shows_what_is_drafted()
    {
        var edition = await Signing.PublishedAsync(app);
        var office = await _correcting.BegunAsync(edition);
        await ChangeAsync(office, edition, RunningEdition.Third, "files-online", "70");

        var page = await office.OpenAsync($"{Page(edition)}/{RunningEdition.Third}?figure=files-online");

        page.QuerySelectorAll(".correctable td.number").Select(cell => cell.TextContent.Trim()).Take(2).ShouldBe(["12,00", "8,00"]);
        page.QuerySelector(".correctable").ShouldNotBeNull().TextContent.ShouldContain("→ 70\u00A0hồ sơ");
        (page.GetElementById("Value") as IHtmlInputElement).ShouldNotBeNull().Value.ShouldBe("70");
    }

    [Fact]
    public async Task A_correction_shows_everybody_it_moves_and_becomes_the_next_number()
    {
        var edition = await Signing.PublishedAsync(app);
        var code = await CodeAsync(edition, RunningEdition.Agency);
        var office = await _correcting.BegunAsync(edition);
        using var chosen = await office.GetAsync($"{Page(edition)}/-?of={RunningEdition.Third}");
        chosen.Headers.Location.ShouldNotBeNull().ToString().ShouldEndWith($"{Page(edition)}/{RunningEdition.Third}");
        await ChangeAsync(office, edition, RunningEdition.Third, "files-online", "70");

        var prepared = await office.OpenAsync(Page(edition));
        prepared.QuerySelectorAll(".moved tbody tr").Select(row => row.QuerySelector("th")?.TextContent.Trim()).Count().ShouldBe(2);
        prepared.QuerySelector("form[action*=Sign]").ShouldBeNull();
        var signatory = await app.SignedInAsync(Role.Signatory);
        using var answer = await SignAsync(signatory, edition);

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location.ShouldNotBeNull().ToString().ShouldEndWith($"/editions/{edition.Year}/published/2");
        var (first, second) = (await _correcting.PublishedAsync(edition, 1), await _correcting.PublishedAsync(edition, 2));
        var correction = second.Correction.ShouldNotBeNull();
        (correction.Of, correction.Cause, correction.FoundBy).ShouldBe((1, Cause, Finder.Public));
        correction.Moved.Select(moved => moved.Agency).ShouldBe([RunningEdition.Agency, RunningEdition.Third], ignoreOrder: true);
        first.Groups[0].Entrant(RunningEdition.Third).ShouldNotBeNull().Figures["files-online"].ShouldBe("20");
        second.Groups[0].Entrant(RunningEdition.Third).ShouldNotBeNull().Figures["files-online"].ShouldBe("70");
        await EverybodyLearnsAsync(edition, code);
    }

    [Fact]
    public async Task A_stranger_computes_the_correction_again()
    {
        var edition = await CorrectedAsync();

        using var bundle = await app.Visitor().GetApiAsync($"editions/{edition.Year}/bundle.zip");

        var check = BundleCheck.Of(BundleZip.Read(await bundle.Content.ReadAsStreamAsync()));
        check.Differences.ShouldBeEmpty();
        check.Published.Correction.ShouldNotBeNull().Moved.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Where_the_replacement_was_withdrawn_too_the_older_version_says_that_nothing_is_in_force()
    {
        var edition = await CorrectedAsync();
        // In the other language: a page that is kept hears of the withdrawal a moment after it.
        (await TellsAsync("en")).ShouldAllBe(told => told.Contains("replaced by publication 2") && !told.Contains("withdrawn"));

        using var answer = await (await app.SignedInAsync(Role.Signatory)).SendFormAsync(
            $"/editions/{edition.Year}/withdraw", Signing.Withdrawing("Chấm theo bộ chỉ số chưa ban hành."), "main form");

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await TellsAsync("vi")).ShouldAllBe(told => told.Contains("hiện không có kết quả nào đang có hiệu lực"));

        async Task<IReadOnlyList<string>> TellsAsync(string language)
        {
            var told = new List<string>();
            foreach (var path in new[] { "", $"/agencies/{RunningEdition.Third}", "/story", "/levels" })
                told.Add((await app.Visitor(language: language).OpenAsync($"/editions/{edition.Year}{path}?version=1"))
                    .QuerySelector(".banner").ShouldNotBeNull(path).TextContent);
            return told;
        }
    }

    [Fact]
    public async Task Cause_finder_value_and_reason_are_asked_for_beside_their_fields()
    {
        var edition = await Signing.PublishedAsync(app);
        var office = await app.SignedInAsync(Role.Office);
        await RefusedAsync(await office.SendFormAsync(Page(edition), new() { ["Cause"] = "sai", ["FoundBy"] = "Public" }, Said), "#Cause");
        await RefusedAsync(await office.SendFormAsync(Page(edition), new() { ["Cause"] = Cause, ["FoundBy"] = "" }, Said), "#FoundBy");
        await _correcting.BegunAsync(edition);

        var path = $"{Page(edition)}/{RunningEdition.Third}?figure=files-online";
        await RefusedAsync(await office.SendFormAsync(path, new() { ["Value"] = "98.06", ["Reason"] = "Other" }, OfAgency), "#Value");
        await RefusedAsync(await office.SendFormAsync(path, new() { ["Value"] = "30" }, OfAgency), "#Reason");
        var decide = $"{Page(edition)}/{RunningEdition.Third}?criterion=A.1";
        var tooMany = new Dictionary<string, string> { ["Decision"] = "Points", ["Points"] = "61", ["Reason"] = "Other" };
        await RefusedAsync(await office.SendFormAsync(decide, tooMany, OfAgency), "#Points");
        (await DraftedAsync(edition)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_change_is_taken_out_again_and_a_draft_is_dropped_without_a_trace_in_public()
    {
        var edition = await Signing.PublishedAsync(app);
        var office = await _correcting.BegunAsync(edition);
        await ChangeAsync(office, edition, RunningEdition.Third, "files-online", "70");
        (await office.SendFormAsync(Page(edition), [], "form[action*=Remove]")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await DraftedAsync(edition)).ShouldBeEmpty();

        var drop = $"{Page(edition)}?handler=Drop";
        (await office.SendFormAsync(drop, [], "form[action*=Drop]")).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await office.OpenAsync(Page(edition))).QuerySelector("a[href*=Drop]").ShouldBeNull();
        using (var nothing = await office.GetAsync(drop))
            nothing.StatusCode.ShouldBe(HttpStatusCode.Redirect, "there is nothing left to be asked about");
        var trail = (await edition.TrailAsync()).Select(entry => entry.Verb).ToList();
        trail.ShouldContain("correction.begin");
        trail.ShouldContain("correction.drop");
        (await app.Visitor().OpenAsync($"/editions/{edition.Year}/corrections")).QuerySelectorAll(".version").Length.ShouldBe(1);
    }

    [Fact]
    public async Task Before_a_draft_is_dropped_with_all_its_changes_the_office_is_asked()
    {
        var edition = await Signing.PublishedAsync(app);
        var office = await _correcting.BegunAsync(edition);
        await ChangeAsync(office, edition, RunningEdition.Third, "files-online", "70");
        var page = await office.OpenAsync(Page(edition));
        page.QuerySelector("form[action*=Drop]").ShouldBeNull("one press takes nothing away");
        var ask = page.QuerySelector("main a[href*=Drop]").ShouldNotBeNull().GetAttribute("href").ShouldNotBeNull();

        var asked = await office.OpenAsync(ask);

        var said = asked.QuerySelector("main").ShouldNotBeNull().TextContent;
        said.ShouldContain("1 thay đổi dưới đây bị xóa, không khôi phục được");
        said.ShouldContain("70");
        asked.QuerySelectorAll("main a").ShouldContain(link => link.TextContent == "Giữ bản điều chỉnh");
        (await DraftedAsync(edition)).Count.ShouldBe(1);
        using (var nobody = await (await app.SignedInAsync(Role.Signatory)).GetAsync(ask))
            nobody.StatusCode.ShouldBe(HttpStatusCode.Redirect, "only the office drops what it prepares");
        (await office.SendFormAsync(ask, [], "form[action*=Drop]")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await DraftedAsync(edition)).ShouldBeEmpty();
    }

    private async Task EverybodyLearnsAsync(RunningEdition edition, string code)
    {
        var verify = await app.Visitor().OpenAsync($"/verify/{code}");
        verify.QuerySelector(".verdict-superseded").ShouldNotBeNull().TextContent.ShouldContain("Thay đổi so với phiếu");
        var old = await app.Visitor().OpenAsync($"/editions/{edition.Year}?version=1");
        old.QuerySelector(".banner").ShouldNotBeNull().TextContent.ShouldContain("số 2");
        var now = await app.Visitor().OpenAsync($"/editions/{edition.Year}");
        now.Body.ShouldNotBeNull().TextContent.ShouldContain(Cause);
        var agency = await app.Visitor().OpenAsync($"/editions/{edition.Year}/agencies/{RunningEdition.Third}");
        agency.Body.ShouldNotBeNull().TextContent.ShouldContain("Kết quả được điều chỉnh ở bản này");
        var list = await app.Visitor().OpenAsync($"/editions/{edition.Year}/corrections");
        list.QuerySelectorAll(".version").Length.ShouldBe(2);
        list.Body.ShouldNotBeNull().TextContent.ShouldMatch("20[^→]* → 70");
        using var versions = await app.Visitor().GetApiAsync($"editions/{edition.Year}/versions");
        var items = JsonNode.Parse(await versions.Content.ReadAsStringAsync()).ShouldNotBeNull()["items"].ShouldNotBeNull().AsArray();
        items.Select(item => item?["state"]?.GetValue<string>()).ShouldBe(["inForce", "superseded"]);
        (await app.InDatabaseAsync("da-nang", db => db.Set<Notice>()
            .CountAsync(notice => notice.Kind == NoticeKind.Corrected && notice.Key == $"corrected/{edition.Year}/2")))
            .ShouldBeGreaterThan(0);
        (await edition.TrailAsync()).ShouldContain(entry => entry.Verb == "edition.correct");
    }
    private async Task<RunningEdition> CorrectedAsync()
    {
        var edition = await Signing.PublishedAsync(app);
        await ChangeAsync(await _correcting.BegunAsync(edition), edition, RunningEdition.Third, "files-online", "70");
        (await SignAsync(await app.SignedInAsync(Role.Signatory), edition)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return edition;
    }

    private static async Task RefusedAsync(HttpResponseMessage answer, string field)
    {
        using (answer)
        {
            answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, field);
            (await Visitor.ReadAsync(answer)).QuerySelectorAll(".govuk-error-summary__list a")
                .Select(link => link.GetAttribute("href")).ShouldBe([field]);
        }
    }

    private Task<List<DraftedChange>> DraftedAsync(RunningEdition edition) => app.InDatabaseAsync("da-nang", db =>
        db.Set<DraftedChange>().Where(change => change.Year == edition.Year).ToListAsync());

    private Task<string> CodeAsync(RunningEdition edition, string agency) => app.InDatabaseAsync("da-nang", db => db.Set<ScorecardCode>()
        .Where(code => code.Year == edition.Year && code.Number == 1 && code.Agency == agency).Select(code => code.Code).SingleAsync());
}
