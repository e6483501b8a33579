using System.Net;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Harness;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Assessments;

public sealed class EntryAccessTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Somebody_whose_sign_in_has_ended_is_told_so_and_not_redirected()
    {
        var edition = await OpenEdition.AddAsync(app);
        var assessor = await app.SignedInAsync(Role.Assessor);
        var token = await assessor.TokenAsync($"{edition.Path}/components/A");

        using var answer = await new Saving(edition, app.Visitor(), token).SaveAsync("coverage", "5");

        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        answer.Content.Headers.ContentType.ShouldNotBeNull().MediaType.ShouldBe("application/problem+json");
    }

    [Fact]
    public async Task A_save_without_the_forms_token_is_refused()
    {
        var edition = await OpenEdition.AddAsync(app);

        using var answer = await new Saving(edition, await app.SignedInAsync(Role.Assessor), "").SaveAsync("coverage", "5");

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await edition.StoredAsync("coverage")).ShouldBeNull();
    }

    [Fact]
    public async Task Another_agency_of_the_same_tenant_is_closed()
    {
        var edition = await OpenEdition.AddAsync(app);
        var visitor = await app.SignedInAsync(Role.Assessor);
        var assessor = await Saving.AsAsync(edition, visitor);

        using var answer = await assessor.SaveAsync("coverage", "5", agency: "another-agency");

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        foreach (var page in new[] { "", "/components/A", "/check", "/submitted" })
            (await visitor.GetAsync($"/assessments/{edition.Year}/another-agency{page}")).StatusCode
                .ShouldBe(HttpStatusCode.Forbidden, page);
    }

    [Fact]
    public async Task A_sign_in_here_opens_nothing_at_another_tenant()
    {
        var edition = await OpenEdition.AddAsync(app);
        var visitor = await app.SignedInAsync(Role.Assessor);
        var assessor = await Saving.AsAsync(edition, visitor);

        using var answer = await assessor.SaveAsync("coverage", "5", tenant: "khanh-hoa");
        using var page = await visitor.Http.GetAsync(new Uri($"/khanh-hoa/vi{edition.Path}", UriKind.Relative));

        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        page.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task What_is_not_there_is_not_found()
    {
        var edition = await OpenEdition.AddAsync(app);
        var visitor = await app.SignedInAsync(Role.Assessor);
        var assessor = await Saving.AsAsync(edition, visitor);

        using var unknown = await assessor.SaveAsync("no-such-figure", "5");
        using var ofOthers = await assessor.SaveAsync("satisfaction", "100");

        unknown.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        ofOthers.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await visitor.GetAsync($"/assessments/1999/{edition.Agency}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await visitor.GetAsync($"{edition.Path}/components/Z")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_posted_form_cannot_name_another_agency_or_year()
    {
        var edition = await OpenEdition.AddAsync(app);
        var visitor = await app.SignedInAsync(Role.Assessor);

        using var answer = await visitor.SendFormAsync($"{edition.Path}/components/A", new()
        {
            ["Figures[coverage]"] = "5",
            ["Agency"] = "another-agency",
            ["agency"] = "another-agency",
            ["component"] = "B",
            ["Year"] = "1999",
            ["State"] = "final",
            ["Versions[coverage]"] = "0",
        }, "main form");

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await edition.StoredAsync("coverage")).ShouldNotBeNull().Declared.ShouldBe("5");
        (await app.InDatabaseAsync("da-nang", db => db.Set<FigureEntry>().CountAsync(entry => entry.Agency == "another-agency")))
            .ShouldBe(0);
    }

    [Theory]
    [InlineData(Role.Appraiser)]
    [InlineData(Role.Office)]
    [InlineData(Role.Signatory)]
    [InlineData(Role.Administrator)]
    public async Task Other_roles_do_not_enter(Role role)
    {
        var edition = await OpenEdition.AddAsync(app);

        (await (await app.SignedInAsync(role)).GetAsync(edition.Path)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task After_the_deadline_nothing_is_taken_and_the_page_says_why()
    {
        var edition = await OpenEdition.AddAsync(app, closesAt: new(2025, 11, 30, 17, 0, 0, TimeSpan.Zero));
        var visitor = await app.SignedInAsync(Role.Assessor);

        var page = await visitor.OpenAsync($"{edition.Path}/components/A");
        page.QuerySelectorAll("input[type=text]").ShouldBeEmpty();
        page.Body.ShouldNotBeNull().TextContent.ShouldContain("Đã hết hạn nhập số liệu (23:59 ngày 30/11/2025)");

        using var answer = await new Saving(edition, visitor, await visitor.TokenAsync($"{edition.Path}/components/A"))
            .SaveAsync("coverage", "5");
        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }
}
