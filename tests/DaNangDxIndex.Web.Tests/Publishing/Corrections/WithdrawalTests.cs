using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Harness;
using DaNangDxIndex.Notices;
using DaNangDxIndex.Publications;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace DaNangDxIndex.Publishing.Corrections;

/// <summary>Published results are taken out of force in the open, and stay readable under a banner.</summary>
public sealed class WithdrawalTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Cause = "Khối nhỏ được chấm theo bộ chỉ số chưa ban hành.";

    [Fact]
    public async Task A_withdrawn_version_stays_readable_under_a_banner_wherever_it_is_shown()
    {
        var edition = await Signing.PublishedAsync(app);
        using var answer = await WithdrawAsync(edition, Signing.Withdrawing(Cause));
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);

        foreach (var path in new[]
        {
            "", "?version=1", $"/agencies/{RunningEdition.Agency}", "/story", "/levels", "/levels?version=1", "/find", "/find?q=so",
        })
        {
            var page = await app.Visitor().OpenAsync($"/editions/{edition.Year}{path}");
            page.QuerySelector(".banner").ShouldNotBeNull(path).TextContent.ShouldContain(Cause);
        }

        var code = await app.InDatabaseAsync("da-nang", db => db.Set<ScorecardCode>()
            .Where(code => code.Year == edition.Year && code.Agency == RunningEdition.Agency).Select(code => code.Code).SingleAsync());
        var verify = await app.Visitor().OpenAsync($"/verify/{code}");
        verify.QuerySelector(".verdict-superseded h1").ShouldNotBeNull().TextContent.ShouldBe("Kết quả đã bị thu hồi");
        var versions = await app.Visitor().OpenAsync($"/editions/{edition.Year}/corrections");
        versions.QuerySelector(".version").ShouldNotBeNull().TextContent.ShouldContain("Quyết định số 9/QĐ-UBND ngày 05/04/2027");
        using var list = await app.Visitor().GetApiAsync("editions");
        var years = JsonNode.Parse(await list.Content.ReadAsStringAsync()).ShouldNotBeNull()["items"].ShouldNotBeNull().AsArray();
        (years.Single(year => year?["year"]?.GetValue<int>() == edition.Year)?["withdrawn"]?.GetValue<bool>()).ShouldBe(true);
        (await app.InDatabaseAsync("da-nang", db => db.Set<Notice>().CountAsync(notice =>
            notice.Kind == NoticeKind.Withdrawn && notice.Key == $"withdrawn/{edition.Year}/1"))).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task The_agency_reads_on_its_own_page_that_its_result_was_withdrawn()
    {
        var edition = await Signing.PublishedAsync(app);
        var assessor = await app.SignedInAsync(Role.Assessor);
        var own = $"/assessments/{edition.Year}/{RunningEdition.Agency}/result";
        (await assessor.OpenAsync(own)).QuerySelector("#withdrawn").ShouldBeNull();
        using var answer = await WithdrawAsync(edition, Signing.Withdrawing(Cause));
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await assessor.OpenAsync(own)).QuerySelector(".banner:has(#withdrawn)").ShouldNotBeNull().TextContent.ShouldContain(Cause);
    }

    [Theory]
    [InlineData("")]
    [InlineData("&version=1")]
    public async Task Programs_that_hold_standings_or_scorecard_are_told_that_the_version_was_withdrawn(string version)
    {
        var edition = await Signing.PublishedAsync(app);
        string[] answers =
        [
            $"editions/{edition.Year}/standings?group=small{version}",
            $"editions/{edition.Year}/agencies/{RunningEdition.Agency}/scorecard?lang=vi{version}",
        ];
        var before = await Task.WhenAll(answers.Select(answer => StateAsync(answer, known: null)));
        before.Select(told => told.State).ShouldAllBe(state => state == "inForce");
        (await WithdrawAsync(edition, Signing.Withdrawing(Cause))).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        // Whoever keeps answers hears of the withdrawal a moment after it.
        foreach (var (place, answer) in answers.Index())
            await Eventually.HoldsAsync(async () => (await StateAsync(answer, before[place].Tag)).State == "withdrawn");
        using var csv = await app.Visitor().GetApiAsync($"{answers[0]}&format=csv");
        (await csv.Content.ReadAsStringAsync()).Split("\r\n")[1].ShouldEndWith(",withdrawn");
        using var sheet = await app.Visitor().GetApiAsync($"{answers[0]}&format=csv&separator=semicolon&lang=vi");
        (await sheet.Content.ReadAsStringAsync()).Split("\r\n")[1].ShouldContain(";đã bị thu hồi;");
    }

    [Fact]
    public async Task What_was_withdrawn_by_then_is_not_compared_with_and_what_was_published_before_keeps_its_comparison()
    {
        var edition = await Signing.PublishedAsync(app);
        (await WithdrawAsync(edition, Signing.Withdrawing(Cause))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await TestApp.AskAsync<int>(
            app.Superuser, $"UPDATE withdrawal SET withdrawn_at = withdrawn_at + interval '1 hour' WHERE year = {edition.Year}");

        (await BeforeAsync(edition, DateTimeOffset.UtcNow.AddHours(2))).ShouldBeNull();
        (await BeforeAsync(edition, DateTimeOffset.UtcNow.AddMinutes(1))).ShouldNotBeNull();
    }

    [Fact]
    public async Task Nobody_is_put_forward_for_commendation_by_what_was_withdrawn()
    {
        var edition = await Signing.PublishedAsync(app);
        (await WithdrawAsync(edition, Signing.Withdrawing(Cause))).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        using var answer = await (await app.SignedInAsync(Role.Office)).GetAsync($"/editions/{edition.Year}/documents/commendation");

        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await Visitor.ReadAsync(answer)).Body.ShouldNotBeNull().TextContent.ShouldContain("không lập danh sách đề nghị khen thưởng");
    }

    [Fact]
    public async Task Cause_and_document_are_asked_for_and_nothing_is_withdrawn_twice()
    {
        var edition = await Signing.PublishedAsync(app);
        await RefusedAsync(await WithdrawAsync(edition, Signing.Withdrawing("")), "#Reason");
        await RefusedAsync(await WithdrawAsync(edition, Signing.Withdrawing("sai")), "#Reason");
        await RefusedAsync(await WithdrawAsync(edition, new(Signing.Withdrawing(Cause)) { ["Number"] = "chín" }), "#Number");
        (await WithdrawAsync(edition, Signing.Withdrawing(Cause))).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        using var again = await WithdrawAsync(edition, Signing.Withdrawing(Cause));

        again.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await WithdrawnAsync(edition)).ShouldBe(1);
    }

    [Fact]
    public async Task Where_the_tenant_wants_two_results_stay_in_force_until_another_signatory_confirms()
    {
        var edition = await Signing.PublishedAsync(app);
        await app.WantTwoAsync("da-nang", FourEyes.Publication);
        try
        {
            var second = await app.SecondSignatoryAsync("withdraws-second");
            using (var asked = await WithdrawAsync(edition, Signing.Withdrawing(Cause)))
                (asked.Headers.Location?.ToString()).ShouldNotBeNull().ShouldContain("/proposals?done=asked");
            (await app.Visitor().OpenAsync($"/editions/{edition.Year}")).QuerySelector("main").ShouldNotBeNull().TextContent
                .ShouldNotContain(Cause);
            var proposal = await app.ProposalAsync($"editions/{edition.Year}");
            var asker = await (await app.SignedInAsync(Role.Signatory)).OpenAsync($"/editions/{edition.Year}/withdraw");
            asker.QuerySelector("#proposed").ShouldNotBeNull().TextContent.ShouldContain("Người xác nhận được: ");
            asker.QuerySelector("main form").ShouldBeNull();
            (await (await app.SignedInAsync(Role.Signatory)).SettleProposalAsync(proposal, confirmed: true)).StatusCode
                .ShouldBe(HttpStatusCode.UnprocessableEntity);
            (await (await app.SignedInAsync(Role.Office)).SettleProposalAsync(proposal, confirmed: true)).StatusCode
                .ShouldBe(HttpStatusCode.Forbidden);
            (await WithdrawnAsync(edition)).ShouldBe(0);

            (await second.SettleProposalAsync(proposal, confirmed: true)).StatusCode.ShouldBe(HttpStatusCode.Redirect);

            (await WithdrawnAsync(edition)).ShouldBe(1);
            (await edition.TrailAsync()).Select(entry => entry.Verb).TakeLast(3)
                .ShouldBe(["proposal.ask", "proposal.confirm", "edition.withdraw"]);
        }
        finally
        {
            await app.WantTwoAsync("da-nang");
        }
    }

    [Fact]
    public async Task What_was_withdrawn_is_corrected_and_the_next_number_is_in_force()
    {
        var edition = await Signing.PublishedAsync(app);
        (await WithdrawAsync(edition, Signing.Withdrawing(Cause))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var office = await app.SignedInAsync(Role.Office);
        var page = $"/editions/{edition.Year}/correction";
        (await office.SendFormAsync(page, new() { ["Cause"] = Cause, ["FoundBy"] = "Office" }, "main form:not([action*=handler])"))
            .StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await office.SendFormAsync(
            $"{page}/{RunningEdition.Third}?criterion=A.1",
            new() { ["Decision"] = "Points", ["Points"] = "12,5", ["Reason"] = "RuleMisread" }, "main section.inset form"))
            .StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await (await app.SignedInAsync(Role.Signatory)).SendFormAsync(page, Signing.Decision("8/QĐ-UBND"), "form[action*=Sign]"))
            .StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await app.Visitor().OpenAsync($"/editions/{edition.Year}")).QuerySelector(".banner").ShouldBeNull();
        (await app.Visitor().OpenAsync($"/editions/{edition.Year}?version=1")).QuerySelectorAll(".banner").Length.ShouldBe(2);
        await Eventually.HoldsAsync(async () =>
            (await StateAsync($"editions/{edition.Year}/standings?group=small", known: null)).State == "inForce");
    }

    [Theory]
    [InlineData(Role.Office)]
    [InlineData(Role.Administrator)]
    [InlineData(Role.LeadAppraiser)]
    public async Task Only_the_committee_withdraws(Role role)
    {
        using var answer = await (await app.SignedInAsync(role)).GetAsync("/editions/2024/withdraw");
        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_database_puts_nothing_back_in_force() =>
        (await Should.ThrowAsync<PostgresException>(() => TestApp.AskAsync<object>(app.Application, "DELETE FROM withdrawal")))
            .SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);

    /// <summary>What an answer says of its version, to somebody who holds it as it was; and its tag.</summary>
    private async Task<(string? State, EntityTagHeaderValue? Tag)> StateAsync(string path, EntityTagHeaderValue? known)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/da-nang/api/v1/{path}");
        if (known is not null)
            request.Headers.IfNoneMatch.Add(known);
        using var answer = await app.Visitor().Http.SendAsync(request);
        (answer.Headers.CacheControl?.ToString()).ShouldNotBeNull().ShouldNotContain("immutable");
        if (answer.StatusCode == HttpStatusCode.NotModified)
            return (null, known);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return (JsonNode.Parse(await answer.Content.ReadAsStringAsync())?["state"]?.GetValue<string>(), answer.Headers.ETag);
    }

    /// <summary>What a publication of the year after, made at a moment, is compared with.</summary>
    private Task<PublishedVersion?> BeforeAsync(RunningEdition edition, DateTimeOffset at) => app.InTenantAsync("da-nang", async services =>
    {
        var published = services.GetRequiredService<PublishedEditions>();
        var found = (await published.NewestAsync(edition.Year, CancellationToken.None)).ShouldNotBeNull().Edition;
        return await published.BeforeAsync(
            new(found with { Year = edition.Year + 1, PublishedAt = at }, digest: ""), CancellationToken.None);
    });

    private Task<int> WithdrawnAsync(RunningEdition edition) =>
        app.InDatabaseAsync("da-nang", db => db.Set<Withdrawal>().CountAsync(withdrawal => withdrawal.Year == edition.Year));

    private async Task<HttpResponseMessage> WithdrawAsync(RunningEdition edition, Dictionary<string, string> form) =>
        await (await app.SignedInAsync(Role.Signatory)).SendFormAsync($"/editions/{edition.Year}/withdraw", form, "main form");

    private static async Task RefusedAsync(HttpResponseMessage answer, string field)
    {
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Visitor.ReadAsync(answer)).QuerySelectorAll(".govuk-error-summary__list a")
            .Select(link => link.GetAttribute("href")).ShouldBe([field]);
    }
}
