using System.Net;
using System.Text.Json.Nodes;
using AngleSharp.Html.Dom;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Harness;
using DaNangDxIndex.Notices;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Publishing.Corrections;

/// <summary>Published results are corrected in the open: on a copy, with everybody it moves, as the next number.</summary>
public sealed class CorrectionTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Cause = "Cổng dịch vụ công đếm thiếu hồ sơ trực tuyến.";

    [Fact]
    public async Task A_correction_shows_everybody_it_moves_and_becomes_the_next_number()
    {
        var edition = await Signing.PublishedAsync(app);
        var code = await CodeAsync(edition, RunningEdition.Agency);
        var office = await BegunAsync(edition);
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
        var (first, second) = (await PublishedAsync(edition, 1), await PublishedAsync(edition, 2));
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
    public async Task Cause_finder_value_and_reason_are_asked_for_beside_their_fields()
    {
        var edition = await Signing.PublishedAsync(app);
        var office = await app.SignedInAsync(Role.Office);
        await RefusedAsync(await office.SendFormAsync(Page(edition), new() { ["Cause"] = "sai", ["FoundBy"] = "Public" }, Said), "#Cause");
        await RefusedAsync(await office.SendFormAsync(Page(edition), new() { ["Cause"] = Cause, ["FoundBy"] = "" }, Said), "#FoundBy");
        await BegunAsync(edition);

        var path = $"{Page(edition)}/{RunningEdition.Third}?figure=files-online";
        await RefusedAsync(await office.SendFormAsync(path, new() { ["Value"] = "98.06", ["Reason"] = "Other" }, OfAgency), "#Value");
        await RefusedAsync(await office.SendFormAsync(path, new() { ["Value"] = "30" }, OfAgency), "#Reason");
        var decide = $"{Page(edition)}/{RunningEdition.Third}?criterion=A.1";
        var tooMany = new Dictionary<string, string> { ["Decision"] = "Points", ["Points"] = "61", ["Reason"] = "Other" };
        await RefusedAsync(await office.SendFormAsync(decide, tooMany, OfAgency), "#Points");
        (await DraftedAsync(edition)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Nobody_corrects_the_own_agency_and_only_the_committee_signs()
    {
        var edition = await Signing.PublishedAsync(app);
        var office = await BegunAsync(edition);
        using var own = await office.SendFormAsync(
            $"{Page(edition)}/{RunningEdition.Standing}?figure=files-online", new() { ["Value"] = "95", ["Reason"] = "Other" }, OfAgency);
        own.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Visitor.ReadAsync(own)).Body.ShouldNotBeNull().TextContent.ShouldContain("Bạn thuộc cơ quan này");

        await ChangeAsync(office, edition, RunningEdition.Third, "files-online", "70");
        using var signed = await office.PostAsync($"{Page(edition)}?handler=Sign", new(Signing.Decision()) { ["Seen"] = "x" });
        signed.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Visitor.ReadAsync(signed)).Body.ShouldNotBeNull().TextContent.ShouldContain("Chỉ Ban Chỉ đạo được ký điều chỉnh");
        (await NumbersAsync(edition)).ShouldBe([1]);
    }

    [Fact]
    public async Task What_changed_after_the_page_was_opened_is_not_signed_in_its_place()
    {
        var edition = await Signing.PublishedAsync(app);
        var office = await BegunAsync(edition);
        await ChangeAsync(office, edition, RunningEdition.Third, "files-online", "70");
        var signatory = await app.SignedInAsync(Role.Signatory);
        var seen = Seen(await signatory.OpenAsync(Page(edition)));
        await ChangeAsync(office, edition, RunningEdition.Third, "files-online", "60");

        using var answer = await signatory.PostAsync($"{Page(edition)}?handler=Sign", new(Signing.Decision()) { ["Seen"] = seen });

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await Visitor.ReadAsync(answer);
        page.Body.ShouldNotBeNull().TextContent.ShouldContain("Bản điều chỉnh đã thay đổi sau khi mở trang");
        Seen(page).ShouldNotBe(seen);
        (await NumbersAsync(edition)).ShouldBe([1]);
    }

    [Fact]
    public async Task Two_who_sign_at_once_give_one_version()
    {
        var edition = await Signing.PublishedAsync(app);
        await ChangeAsync(await BegunAsync(edition), edition, RunningEdition.Third, "files-online", "70");
        var (visitor, other) = (await app.SignedInAsync(Role.Signatory), await app.SignedInAsync(Role.Signatory));
        var seen = Seen(await visitor.OpenAsync(Page(edition)));
        var form = new Dictionary<string, string>(Signing.Decision()) { ["Seen"] = seen };

        var answers = await Task.WhenAll(
            visitor.PostAsync($"{Page(edition)}?handler=Sign", form), other.PostAsync($"{Page(edition)}?handler=Sign", form));

        answers.Count(answer => answer.StatusCode == HttpStatusCode.Redirect).ShouldBe(1);
        (await NumbersAsync(edition)).ShouldBe([1, 2]);
    }

    [Fact]
    public async Task Where_the_tenant_wants_two_a_correction_waits_for_another_signatory_and_falls_where_it_changed_meanwhile()
    {
        var edition = await Signing.PublishedAsync(app);
        var office = await BegunAsync(edition);
        await ChangeAsync(office, edition, RunningEdition.Third, "files-online", "70");
        await app.WantTwoAsync("da-nang", FourEyes.Publication);
        try
        {
            var (first, second) = (await app.SignedInAsync(Role.Signatory), await app.SecondSignatoryAsync("corrects-second"));
            using (var asked = await SignAsync(first, edition))
                (asked.Headers.Location?.ToString()).ShouldNotBeNull().ShouldContain("/proposals?done=asked");
            (await NumbersAsync(edition)).ShouldBe([1]);
            var proposal = await app.ProposalAsync($"editions/{edition.Year}");
            (await second.OpenAsync("/proposals")).QuerySelector("main").ShouldNotBeNull().TextContent.ShouldContain(Cause);
            (await first.SettleProposalAsync(proposal, confirmed: true)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
            await ChangeAsync(office, edition, RunningEdition.Third, "files-online", "60");
            (await second.SettleProposalAsync(proposal, confirmed: true)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
            (await NumbersAsync(edition)).ShouldBe([1]);

            (await second.SettleProposalAsync(proposal, confirmed: false)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
            (await SignAsync(second, edition)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
            (await first.SettleProposalAsync(await app.ProposalAsync($"editions/{edition.Year}"), confirmed: true)).StatusCode
                .ShouldBe(HttpStatusCode.Redirect);

            (await NumbersAsync(edition)).ShouldBe([1, 2]);
            (await PublishedAsync(edition, 2)).Groups[0].Entrant(RunningEdition.Third).ShouldNotBeNull().Figures["files-online"]
                .ShouldBe("60");
        }
        finally
        {
            await app.WantTwoAsync("da-nang");
        }
    }

    [Fact]
    public async Task A_change_is_taken_out_again_and_a_draft_is_dropped_without_a_trace_in_public()
    {
        var edition = await Signing.PublishedAsync(app);
        var office = await BegunAsync(edition);
        await ChangeAsync(office, edition, RunningEdition.Third, "files-online", "70");
        (await office.SendFormAsync(Page(edition), [], "form[action*=Remove]")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await DraftedAsync(edition)).ShouldBeEmpty();

        (await office.SendFormAsync(Page(edition), [], "form[action*=Drop]")).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await office.OpenAsync(Page(edition))).QuerySelector("form[action*=Drop]").ShouldBeNull();
        var trail = (await edition.TrailAsync()).Select(entry => entry.Verb).ToList();
        trail.ShouldContain("correction.begin");
        trail.ShouldContain("correction.drop");
        (await app.Visitor().OpenAsync($"/editions/{edition.Year}/corrections")).QuerySelectorAll(".version").Length.ShouldBe(1);
    }

    [Fact]
    public async Task The_first_page_leads_the_office_on_and_the_signatory_to_sign()
    {
        var edition = await Signing.PublishedAsync(app);
        var office = await BegunAsync(edition);
        await ChangeAsync(office, edition, RunningEdition.Third, "files-online", "70");

        foreach (var role in new[] { Role.Office, Role.Signatory })
            (await (await app.SignedInAsync(role)).OpenAsync("/work")).QuerySelectorAll(".duty .govuk-button")
                .ShouldContain(button => (button.GetAttribute("href") ?? "").EndsWith(Page(edition), StringComparison.Ordinal), $"{role}");
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

    private const string Said = "main form:not([action*=handler])";
    private const string OfAgency = "main section.inset form";

    private static string Page(RunningEdition edition) => $"/editions/{edition.Year}/correction";

    private static string Seen(IHtmlDocument page) => (page.QuerySelector("input[name=Seen]") as IHtmlInputElement).ShouldNotBeNull().Value;

    private async Task<RunningEdition> CorrectedAsync()
    {
        var edition = await Signing.PublishedAsync(app);
        await ChangeAsync(await BegunAsync(edition), edition, RunningEdition.Third, "files-online", "70");
        (await SignAsync(await app.SignedInAsync(Role.Signatory), edition)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return edition;
    }

    private async Task<Visitor> BegunAsync(RunningEdition edition)
    {
        var office = await app.SignedInAsync(Role.Office);
        var said = new Dictionary<string, string> { ["Cause"] = Cause, ["FoundBy"] = nameof(Finder.Public) };
        using var answer = await office.SendFormAsync(Page(edition), said, Said);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return office;
    }

    private static async Task ChangeAsync(Visitor office, RunningEdition edition, string agency, string figure, string value)
    {
        using var answer = await office.SendFormAsync(
            $"{Page(edition)}/{agency}?figure={figure}", new() { ["Value"] = value, ["Reason"] = "FigureContradicted" }, OfAgency);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    private static Task<HttpResponseMessage> SignAsync(Visitor signatory, RunningEdition edition) =>
        signatory.SendFormAsync(Page(edition), Signing.Decision("701/QĐ-UBND", "20/03/2027"), "form[action*=Sign]");

    private static async Task RefusedAsync(HttpResponseMessage answer, string field)
    {
        using (answer)
        {
            answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, field);
            (await Visitor.ReadAsync(answer)).QuerySelectorAll(".govuk-error-summary__list a")
                .Select(link => link.GetAttribute("href")).ShouldBe([field]);
        }
    }

    private Task<List<int>> NumbersAsync(RunningEdition edition) => app.InDatabaseAsync("da-nang", db =>
        db.Set<Publication>().Where(publication => publication.Year == edition.Year)
            .OrderBy(publication => publication.Number).Select(publication => publication.Number).ToListAsync());

    private async Task<PublishedEdition> PublishedAsync(RunningEdition edition, int number) => PublishedEditionJson.Read(
        await app.InDatabaseAsync("da-nang", db => db.Set<Publication>()
            .Where(publication => publication.Year == edition.Year && publication.Number == number)
            .Select(publication => publication.Canonical).SingleAsync()));

    private Task<List<DraftedChange>> DraftedAsync(RunningEdition edition) => app.InDatabaseAsync("da-nang", db =>
        db.Set<DraftedChange>().Where(change => change.Year == edition.Year).ToListAsync());

    private Task<string> CodeAsync(RunningEdition edition, string agency) => app.InDatabaseAsync("da-nang", db => db.Set<ScorecardCode>()
        .Where(code => code.Year == edition.Year && code.Number == 1 && code.Agency == agency).Select(code => code.Code).SingleAsync());
}
