using System.Net;
using AngleSharp.Html.Dom;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DaNangDxIndex.Publishing;

/// <summary>The signatory's act: what may be signed, and when.</summary>
public sealed class PublishEditionTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task What_was_previewed_is_published_under_its_decision()
    {
        var edition = await FinalAsync();
        var signatory = await app.SignedInAsync(Role.Signatory);
        var preview = await signatory.OpenAsync($"/editions/{edition.Year}/preview");
        preview.QuerySelector($"a[href$='{edition.Publish}']").ShouldNotBeNull();
        (await (await app.SignedInAsync(Role.Office)).OpenAsync($"/editions/{edition.Year}/preview")).QuerySelector($"a[href$='{edition.Publish}']").ShouldBeNull();

        using var answer = await signatory.SendFormAsync(edition.Publish, Signing.Decision(), "main form");

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var done = await signatory.OpenAsync(answer.Headers.Location.ShouldNotBeNull().ToString());
        done.Body.ShouldNotBeNull().TextContent.ShouldContain("684/QĐ-UBND");
        var publication = await Signing.PublicationAsync(app, edition);
        (publication.Number, publication.DecisionNumber, publication.DecisionDate, publication.Demo).ShouldBe((1, "684/QĐ-UBND", new DateOnly(2027, 3, 5), false));
        done.Body.TextContent.ShouldContain(publication.Digest);
        (await edition.EditionAsync()).Stage.ShouldBe(EditionStage.Published);
        var told = (await edition.TrailAsync()).ShouldHaveSingleItem();
        told.Verb.ShouldBe("edition.publish");
        told.Before.ShouldBe("""{"stage": "final"}""");
        told.After.ShouldNotBeNull().ShouldContain(publication.Digest);
    }

    [Fact]
    public async Task Other_results_than_those_on_screen_are_not_signed()
    {
        var edition = await FinalAsync();
        await TestApp.AskAsync<int>(app.Superuser, $"UPDATE figure_entry SET declared = '60' WHERE year = {edition.Year} AND figure = 'files-online' AND agency = '{RunningEdition.Third}'");
        var signatory = await app.SignedInAsync(Role.Signatory);
        var shown = await signatory.OpenAsync(edition.Publish);
        await TestApp.AskAsync<int>(app.Superuser, $"UPDATE figure_entry SET declared = '20' WHERE year = {edition.Year} AND figure = 'files-online' AND agency = '{RunningEdition.Third}'");

        var seen = (shown.QuerySelector("input[name=Seen]") as IHtmlInputElement).ShouldNotBeNull().Value;
        using var answer = await signatory.PostAsync(edition.Publish, new(Signing.Decision()) { ["Seen"] = seen });

        var page = await RefusedAsync(answer, "Kết quả đã thay đổi sau khi bạn xem.");
        (page.QuerySelector("input[name=Seen]") as IHtmlInputElement).ShouldNotBeNull().Value.ShouldNotBe(seen);
        (page.GetElementById("DecisionNumber") as IHtmlInputElement).ShouldNotBeNull().Value.ShouldBe("684/QĐ-UBND");
        (await CountAsync(edition)).ShouldBe(0);
    }

    [Fact]
    public async Task Publishing_at_the_same_moment_gives_one_version()
    {
        var edition = await FinalAsync();
        var signatory = await app.SignedInAsync(Role.Signatory);
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => signatory.SendFormAsync(edition.Publish, Signing.Decision(), "main form")));

        answers.Count(answer => answer.StatusCode == HttpStatusCode.Redirect).ShouldBe(1);
        answers.Count(answer => answer.StatusCode == HttpStatusCode.UnprocessableEntity).ShouldBe(3);
        (await CountAsync(edition)).ShouldBe(1);
        (await edition.TrailAsync()).ShouldHaveSingleItem();
        (await app.InDatabaseAsync("da-nang", db => db.Set<ScorecardCode>().CountAsync(code => code.Year == edition.Year))).ShouldBe(3);
    }

    [Theory]
    [InlineData("684", "05/03/2027", "DecisionNumber")]
    [InlineData("684/QĐ-UBND", "", "DecisionDate")]
    [InlineData("684/QĐ-UBND", "5 tháng 3", "DecisionDate")]
    [InlineData("", "05/03/2027", "DecisionNumber")]
    public async Task A_decision_that_is_half_or_misspelt_is_refused_and_kept(string number, string date, string field)
    {
        var edition = await FinalAsync();
        using var answer = await (await app.SignedInAsync(Role.Signatory)).SendFormAsync(edition.Publish, Signing.Decision(number, date), "main form");

        var page = await RefusedAsync(answer, "");
        page.GetElementById(field).ShouldNotBeNull().Closest(".field").ShouldNotBeNull().QuerySelector(".govuk-error-message").ShouldNotBeNull();
        (page.GetElementById("DecisionNumber") as IHtmlInputElement).ShouldNotBeNull().Value.ShouldBe(number);
        (page.GetElementById("DecisionDate") as IHtmlInputElement).ShouldNotBeNull().Value.ShouldBe(date);
    }

    [Fact]
    public async Task A_demonstration_bears_no_real_decision()
    {
        var edition = await FinalAsync(illustrative: true);
        var signatory = await app.SignedInAsync(Role.Signatory);
        (await signatory.OpenAsync(edition.Publish)).GetElementById("DecisionNumber").ShouldBeNull();
        using var answer = await signatory.SendFormAsync(edition.Publish, Signing.Decision(), "main form");
        await RefusedAsync(answer, "không được gắn với một quyết định thật");

        using var demo = await signatory.SendFormAsync(edition.Publish, [], "main form");
        demo.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await Signing.PublicationAsync(app, edition)).Demo.ShouldBeTrue();
    }

    [Fact]
    public async Task Before_everything_is_final_nothing_is_published()
    {
        var edition = await RunningEdition.AddAsync(app);
        var signatory = await app.SignedInAsync(Role.Signatory);
        (await signatory.OpenAsync(edition.Publish)).QuerySelector("main form").ShouldBeNull();
        var seen = await app.InTenantAsync("da-nang", async services =>
            PublishedEditionJson.DigestOf(await services.GetRequiredService<EditionResults>().ComputeAsync(edition.Year, CancellationToken.None)));

        using var answer = await signatory.PostAsync(edition.Publish, new() { ["Seen"] = seen });
        await RefusedAsync(answer, "Chỉ công bố khi mọi hồ sơ đã có kết quả cuối cùng.");
    }

    private Task<RunningEdition> FinalAsync(bool illustrative = false) => Signing.FinalAsync(app, illustrative);

    private Task<int> CountAsync(RunningEdition edition) => app.InDatabaseAsync("da-nang", db => db.Set<Publication>().CountAsync(one => one.Year == edition.Year));

    private static async Task<IHtmlDocument> RefusedAsync(HttpResponseMessage answer, string why)
    {
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await Visitor.ReadAsync(answer);
        page.Title.ShouldNotBeNull().ShouldStartWith("Lỗi:");
        page.Body.ShouldNotBeNull().TextContent.ShouldContain(why);
        return page;
    }
}
