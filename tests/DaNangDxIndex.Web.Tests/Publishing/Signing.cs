using System.Net;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Harness;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Publishing;

/// <summary>An edition that is ready to be signed, or signed.</summary>
internal static class Signing
{
    public static Task<RunningEdition> FinalAsync(TestApp app, bool illustrative = false) =>
        RunningEdition.AddAsync(app, EditionStage.Final, AssessmentState.Final, AssessmentState.Final, illustrative: illustrative);

    public static async Task<RunningEdition> PublishedAsync(TestApp app)
    {
        var edition = await FinalAsync(app);
        using var answer = await (await app.SignedInAsync(Role.Signatory)).SendFormAsync(edition.Publish, Decision(), "main form");
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return edition;
    }

    public static Task<Publication> PublicationAsync(TestApp app, RunningEdition edition) =>
        app.InDatabaseAsync("da-nang", db => db.Set<Publication>().SingleAsync(one => one.Year == edition.Year));

    public static Dictionary<string, string> Decision(string number = "684/QĐ-UBND", string date = "05/03/2027") =>
        new() { ["DecisionNumber"] = number, ["DecisionDate"] = date };
}
