using System.Net;
using AngleSharp.Dom;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Appraisal;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Harness;
using DaNangDxIndex.Publishing;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Hosting;

/// <summary>Every link that leads to a place on a page leads to a place that is there.</summary>
public sealed class FragmentLinksTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task On_public_pages() => await MustLeadSomewhereAsync(app.Visitor(),
    [
        "/", "/editions/2024", "/editions/2024?group=wards", "/editions/2023", "/editions/2020",
        "/editions/2024/printed", "/editions/2024/methodology?group=districts", "/editions/2024/agencies/q-hoa-vang",
        "/editions/2024/agencies/so-gtvt", "/editions/2020/agencies/bhxh", $"/verify/{await CodeAsync()}", "/verify",
        "/accounts/sign-in",
    ]);

    [Fact]
    public async Task On_the_pages_of_an_agency()
    {
        var edition = await ClosedAsync();
        var form = $"/assessments/{edition.Year}/{RunningEdition.Agency}";
        var open = await RunningEdition.AddAsync(app, EditionStage.Open, AssessmentState.Entering);
        var entering = $"/assessments/{open.Year}/{RunningEdition.Agency}";
        await MustLeadSomewhereAsync(
            await app.SignedInAsync(Role.Assessor),
            ["/work", form, $"{form}/result", entering, $"{entering}/components/A", $"{entering}/check"]);
        await MustLeadSomewhereAsync(await app.SignedInAsync(Role.Approver), [$"{entering}/check"]);
    }

    [Fact]
    public async Task On_the_result_of_ones_own_after_publication()
    {
        var edition = await Signing.PublishedAsync(app);
        await MustLeadSomewhereAsync(
            await app.SignedInAsync(Role.Assessor), [$"/assessments/{edition.Year}/{RunningEdition.Agency}/result"]);
    }

    [Fact]
    public async Task On_the_pages_of_those_who_appraise_prepare_and_sign()
    {
        var (edition, final) = (await RunningEdition.AddAsync(app), await Signing.FinalAsync(app));
        await MustLeadSomewhereAsync(
            await app.SignedInAsync(Role.LeadAppraiser), [$"/appraisal/{edition.Year}", edition.Bench, edition.Round]);
        foreach (var role in new[] { Role.Office, Role.Signatory })
            await MustLeadSomewhereAsync(
                await app.SignedInAsync(role),
                [Signing.Findings(final), $"/editions/{final.Year}/preview", $"/editions/{final.Year}/progress"]);
        await MustLeadSomewhereAsync(
            await app.SignedInAsync(Role.Office),
            [$"{final.Progress}/{RunningEdition.Agency}", $"{final.Progress}/{RunningEdition.Agency}/reopening"]);
        await MustLeadSomewhereAsync(await app.SignedInAsync(Role.Signatory), [final.Publish]);
        await MustLeadSomewhereAsync(await app.SignedInAsync(Role.Auditor), ["/audit"]);
    }

    [Fact]
    public async Task On_a_form_that_was_refused()
    {
        var final = await Signing.FinalAsync(app);
        await Signing.AcknowledgeAsync(app, final);
        var signatory = await app.SignedInAsync(Role.Signatory);
        using var answer = await signatory.SendFormAsync(final.Publish, new() { ["Number"] = "x", ["Date"] = "x" }, "main form");
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await Visitor.ReadAsync(answer);
        foreach (var link in page.QuerySelectorAll(".govuk-error-summary a[href^='#']"))
            page.GetElementById((link.GetAttribute("href") ?? "")[1..]).ShouldNotBeNull(link.OuterHtml);
    }

    private static async Task MustLeadSomewhereAsync(Visitor visitor, string[] paths)
    {
        var opened = new Dictionary<string, IDocument?>(StringComparer.Ordinal);
        var lost = new List<string>();
        var followed = 0;
        foreach (var path in paths)
        {
            var page = await OpenAsync(visitor.Address(path));
            page.ShouldNotBeNull(path);
            foreach (var href in page.QuerySelectorAll("a[href*='#']")
                .Select(link => link.GetAttribute("href") ?? "").Distinct(StringComparer.Ordinal))
            {
                var (address, fragment) = (href[..href.IndexOf('#')], Uri.UnescapeDataString(href[(href.IndexOf('#') + 1)..]));
                if (fragment.Length == 0 || address.StartsWith("http", StringComparison.Ordinal))
                    continue;
                followed++;
                var target = address.Length == 0 ? page : await OpenAsync(
                    address.StartsWith('?') ? visitor.Address(path).Split('?')[0] + address : address);
                if (target?.GetElementById(fragment) is null)
                    lost.Add($"{path}: {href}");
            }
        }

        followed.ShouldBeGreaterThan(0, "at least the link to the content");
        lost.ShouldBeEmpty();

        async Task<IDocument?> OpenAsync(string address)
        {
            if (opened.TryGetValue(address, out var known))
                return known;
            using var answer = await visitor.Http.GetAsync(new Uri(address, UriKind.Relative));
            return opened[address] = answer.IsSuccessStatusCode ? await Visitor.ReadAsync(answer) : null;
        }
    }

    private Task<string> CodeAsync() => app.InDatabaseAsync("da-nang", db =>
        db.Set<ScorecardCode>().Where(code => code.Year == 2024).Select(code => code.Code).FirstAsync());

    private async Task<RunningEdition> ClosedAsync()
    {
        var edition = await RunningEdition.AddAsync(app);
        var lead = await Appraiser.OfAsync(app, edition);
        using var accepted = await lead.AcceptRemainingAsync();
        using var closed = await lead.CloseAsync();
        return edition;
    }
}
