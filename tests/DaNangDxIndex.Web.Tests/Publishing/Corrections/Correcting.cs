using System.Net;
using AngleSharp.Html.Dom;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Harness;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Publishing.Corrections;

/// <summary>A published edition is corrected by its pages: begun, changed, signed.</summary>
internal sealed class Correcting(TestApp app)
{
    public const string Cause = "Cổng dịch vụ công đếm thiếu hồ sơ trực tuyến.";

    public const string Said = "main form:not([action*=handler])";

    public const string OfAgency = "main section.inset form";

    public static string Page(RunningEdition edition) => $"/editions/{edition.Year}/correction";

    public static string Seen(IHtmlDocument page) => (page.QuerySelector("input[name=Seen]") as IHtmlInputElement).ShouldNotBeNull().Value;

    public async Task<Visitor> BegunAsync(RunningEdition edition)
    {
        var office = await app.SignedInAsync(Role.Office);
        var said = new Dictionary<string, string> { ["Cause"] = Cause, ["FoundBy"] = nameof(Finder.Public) };
        using var answer = await office.SendFormAsync(Page(edition), said, Said);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return office;
    }

    public static async Task ChangeAsync(Visitor office, RunningEdition edition, string agency, string figure, string value)
    {
        using var answer = await office.SendFormAsync(
            $"{Page(edition)}/{agency}?figure={figure}", new() { ["Value"] = value, ["Reason"] = "FigureContradicted" }, OfAgency);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    public static Task<HttpResponseMessage> SignAsync(Visitor signatory, RunningEdition edition) =>
        signatory.SendFormAsync(Page(edition), Signing.Decision("701/QĐ-UBND", "20/03/2027"), "form[action*=Sign]");

    public Task<List<int>> NumbersAsync(RunningEdition edition) => app.InDatabaseAsync("da-nang", db =>
        db.Set<Publication>().Where(publication => publication.Year == edition.Year)
            .OrderBy(publication => publication.Number).Select(publication => publication.Number).ToListAsync());

    public async Task<PublishedEdition> PublishedAsync(RunningEdition edition, int number) => PublishedEditionJson.Read(
        await app.InDatabaseAsync("da-nang", db => db.Set<Publication>()
            .Where(publication => publication.Year == edition.Year && publication.Number == number)
            .Select(publication => publication.Canonical).SingleAsync()));
}
