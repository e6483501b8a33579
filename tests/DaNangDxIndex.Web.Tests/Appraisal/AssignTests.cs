using System.Net;
using AngleSharp.Html.Dom;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Harness;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Appraisal;

/// <summary>Who takes which criterion down all agencies of a group.</summary>
public sealed class AssignTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task A_criterion_is_assigned_to_somebody_of_its_field_and_comes_first_in_that_persons_list()
    {
        var edition = await RunningEdition.AddAsync(app);
        var (lead, appraiser) = (await app.SignedInAsync(Role.LeadAppraiser), await IdAsync("appraiser"));
        var page = await lead.OpenAsync(Assign(edition));
        OptionsOf(page, "B.1").ShouldContain(appraiser);
        OptionsOf(page, "A.2").ShouldNotContain(appraiser, "it belongs to another unit");

        using var saved = await lead.SendFormAsync(Assign(edition), new() { ["criterion[B.1]"] = appraiser }, "form:has([name=seen])");
        saved.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var first = (await (await app.SignedInAsync(Role.Appraiser)).OpenAsync($"/appraisal/{edition.Year}?by=criterion"))
            .QuerySelectorAll("tbody tr")[0];
        first.TextContent.ShouldContain("B.1 Kế hoạch");
        first.QuerySelectorAll("td")[0].TextContent.ShouldBe("bạn");
        (await edition.TrailAsync()).ShouldHaveSingleItem().Verb.ShouldBe("appraisal.assign");
        using var taken = await lead.SendFormAsync(Assign(edition), new() { ["criterion[B.1]"] = "" }, "form:has([name=seen])");
        (await app.InDatabaseAsync("da-nang", db => db.Set<Assignment>().CountAsync(assignment => assignment.Year == edition.Year)))
            .ShouldBe(0);
    }

    [Fact]
    public async Task Somebody_of_another_field_and_an_older_page_are_refused()
    {
        var edition = await RunningEdition.AddAsync(app);
        var (lead, appraiser) = (await app.SignedInAsync(Role.LeadAppraiser), await IdAsync("appraiser"));
        using var outside = await lead.SendFormAsync(Assign(edition), new() { ["criterion[A.2]"] = appraiser }, "form:has([name=seen])");
        outside.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await outside.Content.ReadAsStringAsync()).ShouldContain("thuộc đơn vị khác");

        using var older = await lead.PostAsync(Assign(edition), new() { ["criterion[B.1]"] = appraiser, ["seen"] = "older" });
        older.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await (await app.SignedInAsync(Role.Appraiser)).GetAsync(Assign(edition))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await app.InDatabaseAsync("da-nang", db => db.Set<Assignment>().CountAsync(assignment => assignment.Year == edition.Year)))
            .ShouldBe(0);
    }

    private static string Assign(RunningEdition edition) => $"/appraisal/{edition.Year}/groups/small/assign";

    private static IReadOnlyList<string> OptionsOf(IHtmlDocument page, string criterion) =>
        [.. page.QuerySelectorAll($"select[name='criterion[{criterion}]'] option").OfType<IHtmlOptionElement>()
            .Select(option => option.Value)];

    private Task<string> IdAsync(string person) => app.InDatabaseAsync("da-nang", db => db.Set<Account>()
        .Where(account => account.UserName == $"{person}@da-nang.demo").Select(account => account.Id.ToString()).SingleAsync());
}
