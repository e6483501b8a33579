using System.Net;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Harness;
using static DaNangDxIndex.Publishing.Corrections.Correcting;

namespace DaNangDxIndex.Publishing.Corrections;

/// <summary>A correction is signed by the committee, as it was seen, once, and by two where the tenant wants it.</summary>
[Collection(CorrectionsApp.Name)]
public sealed class SignedCorrectionTests(TestApp app)
{
    private readonly Correcting _correcting = new(app);

    [Fact]
    public async Task Nobody_corrects_the_own_agency_and_only_the_committee_signs()
    {
        var edition = await Signing.PublishedAsync(app);
        var office = await _correcting.BegunAsync(edition);
        using var own = await office.SendFormAsync(
            $"{Page(edition)}/{RunningEdition.OfOffice}?figure=files-online", new() { ["Value"] = "95", ["Reason"] = "Other" }, OfAgency);
        own.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Visitor.ReadAsync(own)).Body.ShouldNotBeNull().TextContent.ShouldContain("Bạn thuộc cơ quan này");

        await ChangeAsync(office, edition, RunningEdition.Third, "files-online", "70");
        using var signed = await office.PostAsync($"{Page(edition)}?handler=Sign", new(Signing.Decision()) { ["Seen"] = "x" });
        signed.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Visitor.ReadAsync(signed)).Body.ShouldNotBeNull().TextContent.ShouldContain("Chỉ Ban Chỉ đạo được ký điều chỉnh");
        (await _correcting.NumbersAsync(edition)).ShouldBe([1]);
    }

    [Fact]
    public async Task What_changed_after_the_page_was_opened_is_not_signed_in_its_place()
    {
        var edition = await Signing.PublishedAsync(app);
        var office = await _correcting.BegunAsync(edition);
        await ChangeAsync(office, edition, RunningEdition.Third, "files-online", "70");
        var signatory = await app.SignedInAsync(Role.Signatory);
        var seen = Seen(await signatory.OpenAsync(Page(edition)));
        await ChangeAsync(office, edition, RunningEdition.Third, "files-online", "60");

        using var answer = await signatory.PostAsync($"{Page(edition)}?handler=Sign", new(Signing.Decision()) { ["Seen"] = seen });

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await Visitor.ReadAsync(answer);
        page.Body.ShouldNotBeNull().TextContent.ShouldContain("Bản điều chỉnh đã thay đổi sau khi mở trang");
        Seen(page).ShouldNotBe(seen);
        (await _correcting.NumbersAsync(edition)).ShouldBe([1]);
    }

    [Fact]
    public async Task Two_who_sign_at_once_give_one_version()
    {
        var edition = await Signing.PublishedAsync(app);
        await ChangeAsync(await _correcting.BegunAsync(edition), edition, RunningEdition.Third, "files-online", "70");
        var (visitor, other) = (await app.SignedInAsync(Role.Signatory), await app.SignedInAsync(Role.Signatory));
        var seen = Seen(await visitor.OpenAsync(Page(edition)));
        var form = new Dictionary<string, string>(Signing.Decision()) { ["Seen"] = seen };

        var answers = await Task.WhenAll(
            visitor.PostAsync($"{Page(edition)}?handler=Sign", form), other.PostAsync($"{Page(edition)}?handler=Sign", form));

        answers.Count(answer => answer.StatusCode == HttpStatusCode.Redirect).ShouldBe(1);
        (await _correcting.NumbersAsync(edition)).ShouldBe([1, 2]);
    }

    [Fact]
    public async Task Where_the_tenant_wants_two_a_correction_waits_for_another_signatory_and_falls_where_it_changed_meanwhile()
    {
        var edition = await Signing.PublishedAsync(app);
        var office = await _correcting.BegunAsync(edition);
        await ChangeAsync(office, edition, RunningEdition.Third, "files-online", "70");
        await app.WantTwoAsync("da-nang", FourEyes.Publication);
        try
        {
            var (first, second) = (await app.SignedInAsync(Role.Signatory), await app.SecondSignatoryAsync("corrects-second"));
            using (var asked = await SignAsync(first, edition))
                (asked.Headers.Location?.ToString()).ShouldNotBeNull().ShouldContain("/proposals?done=asked");
            (await _correcting.NumbersAsync(edition)).ShouldBe([1]);
            var proposal = await app.ProposalAsync($"editions/{edition.Year}");
            (await second.OpenAsync("/proposals")).QuerySelector("main").ShouldNotBeNull().TextContent.ShouldContain(Cause);
            (await first.SettleProposalAsync(proposal, confirmed: true)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
            await ChangeAsync(office, edition, RunningEdition.Third, "files-online", "60");
            (await second.SettleProposalAsync(proposal, confirmed: true)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
            (await _correcting.NumbersAsync(edition)).ShouldBe([1]);

            (await second.SettleProposalAsync(proposal, confirmed: false)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
            (await SignAsync(second, edition)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
            (await first.SettleProposalAsync(await app.ProposalAsync($"editions/{edition.Year}"), confirmed: true)).StatusCode
                .ShouldBe(HttpStatusCode.Redirect);

            (await _correcting.NumbersAsync(edition)).ShouldBe([1, 2]);
            (await _correcting.PublishedAsync(edition, 2)).Groups[0].Entrant(RunningEdition.Third).ShouldNotBeNull().Figures["files-online"]
                .ShouldBe("60");
        }
        finally
        {
            await app.WantTwoAsync("da-nang");
        }
    }

    [Fact]
    public async Task The_first_page_leads_the_office_on_and_the_signatory_to_sign()
    {
        var edition = await Signing.PublishedAsync(app);
        var office = await _correcting.BegunAsync(edition);
        await ChangeAsync(office, edition, RunningEdition.Third, "files-online", "70");

        foreach (var role in new[] { Role.Office, Role.Signatory })
            (await (await app.SignedInAsync(role)).OpenAsync("/work")).QuerySelectorAll(".duty .govuk-button")
                .ShouldContain(button => (button.GetAttribute("href") ?? "").EndsWith(Page(edition), StringComparison.Ordinal), $"{role}");
    }
}
