using System.Net;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Harness;

namespace DaNangDxIndex.Appraisal;

/// <summary>Roles against pages, from appraisal to publication, and the walls between agencies and between tenants.</summary>
public sealed class WhoMayActTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly Role[] Appraisal = [Role.Appraiser, Role.LeadAppraiser];

    private static readonly (string Page, Role[] May)[] Table =
    [
        ("/appraisal/{0}", Appraisal),
        ("/appraisal/{0}/w25-hai-chau", Appraisal),
        ("/appraisal/{0}/w25-hai-chau/round", Appraisal),
        ("/editions/{0}/progress", [Role.Office, Role.Signatory]),
        ("/editions/{0}/progress/w25-hai-chau", [Role.Office]),
        ("/editions/{0}/figures", [Role.Office]),
        ("/editions/{0}/preview", [Role.Office, Role.Signatory]),
        ("/editions/{0}/publish", [Role.Signatory]),
        ("/editions/2024/published/1", [Role.Office, Role.Signatory]),
    ];

    [Fact]
    public async Task Each_role_opens_its_own_pages_and_no_others()
    {
        var edition = await RunningEdition.AddAsync(app);
        var offenders = new List<string>();
        foreach (var role in Enum.GetValues<Role>())
        {
            var visitor = await app.SignedInAsync(role);
            foreach (var (page, may) in Table)
            {
                using var answer = await visitor.GetAsync(Of(page, edition));
                if (answer.StatusCode != (may.Contains(role) ? HttpStatusCode.OK : HttpStatusCode.Forbidden))
                    offenders.Add($"{role} {page}: {(int)answer.StatusCode}");
            }
        }

        offenders.ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_is_not_signed_in_is_asked_to()
    {
        var edition = await RunningEdition.AddAsync(app);
        foreach (var (page, _) in Table)
            (await app.Visitor().GetAsync(Of(page, edition))).Headers.Location.ShouldNotBeNull(page).ToString()
                .ShouldContain("/accounts/sign-in");
    }

    [Fact]
    public async Task Another_tenant_sees_nothing_of_it()
    {
        var edition = await RunningEdition.AddAsync(app);
        var here = await app.SignedInAsync(Role.LeadAppraiser);
        foreach (var (page, may) in Table)
        {
            var there = await app.SignedInAsync(may[0], "khanh-hoa");
            (await there.GetAsync(Of(page, edition))).StatusCode.ShouldBe(HttpStatusCode.NotFound, page);
            using var crossed = await here.Http.GetAsync(new Uri("/khanh-hoa/vi" + Of(page, edition), UriKind.Relative));
            crossed.StatusCode.ShouldBe(HttpStatusCode.Redirect, page);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("/round")]
    public async Task Nobody_appraises_the_own_agency(string page)
    {
        var edition = await RunningEdition.AddAsync(app);
        var lead = await app.SignedInAsync(Role.LeadAppraiser);
        (await lead.GetAsync($"/appraisal/{edition.Year}/{RunningEdition.OfOffice}{page}")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);

        foreach (var handler in new[] { "?handler=Verdict&criterion=A.1", "/accept", "/round?handler=Close",
            "/round?handler=Return" })
        {
            using var answer = await lead
                .PostAsync($"/appraisal/{edition.Year}/{RunningEdition.OfOffice}{handler}", [], tokenFrom: edition.Bench);
            answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden, handler);
        }
    }

    [Fact]
    public async Task A_draft_is_the_agencys_own_and_does_not_lie_on_the_bench()
    {
        var edition = await RunningEdition.AddAsync(app, EditionStage.Open, Assessments.AssessmentState.Entering);
        (await (await app.SignedInAsync(Role.LeadAppraiser)).GetAsync(edition.Bench)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await (await app.SignedInAsync(Role.LeadAppraiser)).OpenAsync($"/appraisal/{edition.Year}"))
            .QuerySelector($"a[href*={RunningEdition.Agency}]").ShouldBeNull();
    }

    private static string Of(string page, RunningEdition edition) =>
        string.Format(System.Globalization.CultureInfo.InvariantCulture, page, edition.Year);
}
