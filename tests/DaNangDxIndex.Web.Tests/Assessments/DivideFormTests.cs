using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using AngleSharp.Html.Dom;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Demo;
using DaNangDxIndex.Harness;
using DaNangDxIndex.Text;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Assessments;

/// <summary>The approver gives parts of the form to colleagues; each sees the own part first and signs it off inside the agency.</summary>
public sealed class DivideFormTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Password = "mot cau dai de nho 2026";
    private static readonly string Soon = VietNamTime.Day(DateTimeOffset.UtcNow.AddDays(5), "vi");

    [Fact]
    public async Task From_dividing_to_submitting_with_a_part_that_nobody_signed_off()
    {
        var edition = await OpenEdition.AddAsync(app);
        var approver = await app.SignedInAsync(Role.Approver);
        var (colleague, id) = await ColleagueAsync("part-one");
        using var given = await approver.SendFormAsync(
            $"{edition.Path}/parts", new() { ["Holders[B]"] = $"{id}", ["Days[B]"] = Soon, ["Holders[A]"] = "" }, "main form");
        given.StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var overview = await colleague.OpenAsync(edition.Path);
        overview.QuerySelectorAll("main h2").Select(heading => heading.TextContent).ShouldBe(
            ["Hồ sơ chưa nộp", "Phần giao cho bạn", "Các nhóm tiêu chí khác"]);
        overview.QuerySelector(".tasks").ShouldNotBeNull().TextContent.ShouldContain($"hạn {Soon}: đang nhập");
        (await colleague.OpenAsync("/work")).QuerySelectorAll(".duty h2").Select(heading => heading.TextContent)
            .ShouldContain(heading => heading.Contains($"năm {edition.Year}", StringComparison.Ordinal)
                && heading.EndsWith("Thể chế", StringComparison.Ordinal));

        await SubmitAsync(colleague, $"{edition.Path}/components/B", "SignOff", new() { ["Figures[plan]"] = "yes" });
        (await edition.StoredAsync("plan")).ShouldNotBeNull().Declared.ShouldBe(
            "yes", "what stands on the page is saved before it is signed off");
        (await approver.OpenAsync($"{edition.Path}/parts")).QuerySelector("[role=status]")
            .ShouldNotBeNull().TextContent.ShouldContain("1 phần đã xong");
        (await approver.OpenAsync($"{edition.Path}/check")).QuerySelector("#parts").ShouldBeNull();

        await SubmitAsync(colleague, $"{edition.Path}/components/B", "TakeUp", []);
        var check = await approver.OpenAsync($"{edition.Path}/check");
        check.QuerySelector("section.missing:has(#parts) li").ShouldNotBeNull().TextContent.ShouldContain("Thể chế");
        check.QuerySelector(".sign").ShouldNotBeNull().TextContent.ShouldContain("chưa được xác nhận xong: Thể chế");
        (await approver.SendFormAsync($"{edition.Path}/check", new() { ["blanksSeen"] = "true" }, "form[action*=Submit]")).StatusCode
            .ShouldBe(HttpStatusCode.Redirect);
        (await edition.AssessmentAsync()).State.ShouldBe(AssessmentState.Submitted);
        (await VerbsAsync(edition)).ShouldBe(["part.give", "part.sign-off", "part.take-up-again"]);
    }

    [Fact]
    public async Task Whose_part_it_is_stands_in_the_answer_to_programs_too()
    {
        var edition = await OpenEdition.AddAsync(app);
        var (colleague, id) = await ColleagueAsync("part-api");
        await GiveAsync(edition, "A", id);
        await SubmitAsync(colleague, $"{edition.Path}/components/A", "SignOff", []);
        await colleague.SendFormAsync($"{edition.Path}/components/A", new() { ["Figures[coverage]"] = "98" }, "main form");

        var assessment = await colleague.Http.GetFromJsonAsync<JsonObject>(
            new Uri($"/da-nang/api/v1/editions/{edition.Year}/agencies/{edition.Agency}/assessment", UriKind.Relative));

        var part = assessment.ShouldNotBeNull()["parts"].ShouldNotBeNull().AsArray().ShouldHaveSingleItem().ShouldNotBeNull();
        (part["component"]?.GetValue<string>(), part["holder"]?.GetValue<string>(),
            part["state"]?.GetValue<string>(), part["filled"]?.GetValue<int>())
            .ShouldBe(("A", "Cán bộ part-api", "changedSince", 1));
    }

    [Fact]
    public async Task Everybody_of_the_agency_enters_everywhere_but_only_the_holder_signs_off()
    {
        var edition = await OpenEdition.AddAsync(app);
        var (_, id) = await ColleagueAsync("part-holder");
        await GiveAsync(edition, "A", id);
        var other = await app.SignedInAsync(Role.Assessor);

        (await other.SendFormAsync($"{edition.Path}/components/A", new() { ["Figures[coverage]"] = "98" }, "main form"))
            .StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await other.OpenAsync($"{edition.Path}/components/A")).QuerySelector("#part button").ShouldBeNull();
        using var refused = await other.PostAsync($"{edition.Path}/components/A?handler=SignOff", [], $"{edition.Path}/components/A");

        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Visitor.ReadAsync(refused)).QuerySelector(".govuk-error-summary")
            .ShouldNotBeNull().TextContent.ShouldContain("Chỉ người được giao");
        (await VerbsAsync(edition)).ShouldBe(["part.give"]);
    }

    [Fact]
    public async Task A_wrong_day_or_person_is_said_beside_its_field_and_nothing_is_given()
    {
        var edition = await OpenEdition.AddAsync(app, DateTimeOffset.UtcNow.AddDays(10));
        var approver = await app.SignedInAsync(Role.Approver);
        var (_, id) = await ColleagueAsync("part-days");
        var late = VietNamTime.Day(DateTimeOffset.UtcNow.AddDays(20), "vi");

        using var answer = await approver.SendFormAsync($"{edition.Path}/parts", new()
        {
            ["Holders[A]"] = $"{id}", ["Days[A]"] = late,
            ["Holders[B]"] = $"{(await app.AccountAsync(DemoAccounts.UserName(Role.Approver, "da-nang"))).Id}", ["Days[B]"] = "mai",
        }, "main form");

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await Visitor.ReadAsync(answer);
        page.GetElementById("Days_A_-error").ShouldNotBeNull().TextContent.ShouldContain("không được sau hạn nộp");
        page.GetElementById("Holders_B_-error").ShouldNotBeNull().TextContent.ShouldContain("Chọn một cán bộ nhập số liệu");
        page.GetElementById("Days_B_-error").ShouldNotBeNull().TextContent.ShouldContain("ngày/tháng/năm");
        page.GetElementById("Days_A_").ShouldBeAssignableTo<IHtmlInputElement>().ShouldNotBeNull().Value.ShouldBe(late);
        (await VerbsAsync(edition)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Of_two_pages_only_the_one_that_knew_the_part_changes_it()
    {
        var edition = await OpenEdition.AddAsync(app);
        var approver = await app.SignedInAsync(Role.Approver);
        var (_, first) = await ColleagueAsync("part-first");
        var (_, second) = await ColleagueAsync("part-second");
        await GiveAsync(edition, "A", first);

        using var stale = await approver.SendFormAsync(
            $"{edition.Path}/parts", new() { ["Holders[A]"] = $"{second}", ["Days[A]"] = Soon, ["Versions[A]"] = "0" }, "main form");
        stale.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await HolderAsync(edition)).ShouldBe(first);

        using var taken = await approver.SendFormAsync(
            $"{edition.Path}/parts", new() { ["Holders[A]"] = "", ["Versions[A]"] = "1" }, "main form");
        taken.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await HolderAsync(edition)).ShouldBeNull();
    }

    [Fact]
    public async Task A_part_whose_holder_has_left_is_nobodys_and_goes_to_a_successor_where_one_is_named()
    {
        var edition = await OpenEdition.AddAsync(app);
        var (_, leaver) = await ColleagueAsync("part-leaver");
        var (_, successor) = await ColleagueAsync("part-successor");
        await GiveAsync(edition, "A", leaver);
        var keeper = await app.SignedInAsync(Role.AgencyAdministrator);
        using var handed = await keeper.SendFormAsync($"/accounts/hand-over/{leaver}", new() { ["To"] = $"{successor}" }, "main form");
        handed.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await HolderAsync(edition)).ShouldBe(successor);

        await app.InDatabaseAsync(
            "da-nang", db =>
                db.Set<Account>().Where(account => account.Id == successor)
                    .ExecuteUpdateAsync(set => set.SetProperty(account => account.Disabled, true)));
        (await (await app.SignedInAsync(Role.Approver)).OpenAsync($"{edition.Path}/parts"))
            .QuerySelector(".division .status-problem").ShouldNotBeNull().TextContent
            .ShouldBe("chưa có người phụ trách");
    }

    private async Task<(Visitor Visitor, Guid Id)> ColleagueAsync(string userName)
    {
        var keeper = await app.SignedInAsync(Role.AgencyAdministrator);
        using var added = await keeper.SendFormAsync(
            "/accounts/edit", new() { ["Input.UserName"] = userName,
                ["Input.FullName"] = $"Cán bộ {userName}", ["Input.Roles"] = "assessor", ["Input.Agency"] = "" }, People.Form);
        await app.Visitor().ChooseAsync(await People.LinkAsync(added), Password);
        return (await app.SignInAsync(userName, Password), (await app.AccountAsync(userName)).Id);
    }

    private async Task GiveAsync(OpenEdition edition, string component, Guid to)
    {
        using var given = await (await app.SignedInAsync(Role.Approver)).SendFormAsync(
            $"{edition.Path}/parts", new() { [$"Holders[{component}]"] = $"{to}", [$"Days[{component}]"] = Soon }, "main form");
        given.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    /// <summary>The form of the page, sent by one of its other buttons.</summary>
    private static async Task SubmitAsync(Visitor visitor, string path, string handler, Dictionary<string, string> fields)
    {
        using var answer = await visitor.PostAsync($"{path}?handler={handler}", fields, path);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    private Task<Guid?> HolderAsync(OpenEdition edition) => app.InDatabaseAsync("da-nang", db =>
        db.Set<FormPart>().Where(part => part.Year == edition.Year).Select(part => (Guid?)part.Holder).SingleOrDefaultAsync());

    private Task<List<string>> VerbsAsync(OpenEdition edition) => app.InDatabaseAsync("da-nang", db => db.Set<AuditEntry>()
        .Where(entry => entry.Subject.StartsWith($"editions/{edition.Year}/") && entry.Verb.StartsWith("part."))
        .OrderBy(entry => entry.Number).Select(entry => entry.Verb).ToListAsync());
}
