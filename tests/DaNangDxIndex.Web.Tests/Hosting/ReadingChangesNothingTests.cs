using DaNangDxIndex.Accounts;
using DaNangDxIndex.Harness;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DaNangDxIndex.Hosting;

public sealed class ReadingChangesNothingTests(TestApp app) : IClassFixture<TestApp>
{
    /// <summary>Addresses and handlers that open for nobody here, each with what would have to be there.</summary>
    private static readonly Dictionary<string, string> NeverOpened = new(StringComparer.Ordinal)
    {
        ["/accounts/import GET Marked"] = Workbook,
        ["/accounts/links GET"] = "shows once the links that a press has just made",
        ["/accounts/sign-in/back/{id:guid} GET"] = "the way back from another program's sign-in, with its code",
        ["/agencies/import/{id:guid} GET"] = Workbook,
        ["/agencies/import/{id:guid} GET Marked"] = Workbook,
        ["/appraisal/{year:int}/{agency}/papers GET Scan"] = "minutes that were signed and scanned",
        ["/assessments/{year:int}/{agency}/by-file GET Marked"] = Workbook,
        ["/assessments/{year:int}/{agency}/commitments/{number:int} GET"] = "what an agency committed itself to",
        ["/editions/{year:int}/correction GET Drop"] = "a correction under way",
        ["/editions/{year:int}/correction/{agency} GET"] = "a correction under way",
        ["/editions/{year:int}/criteria/{group}/file GET Marked"] = Workbook,
        ["/editions/{year:int}/figures GET Loaded"] = Workbook,
        ["/editions/{year:int}/figures GET Marked"] = Workbook,
        ["/editions/{year:int}/targets/import/{id:guid} GET"] = Workbook,
        ["/editions/{year:int}/targets/import/{id:guid} GET Marked"] = Workbook,
        ["/error/{status:int} GET"] = "answers with the status that it is asked for",
        ["/past-results/import/{id:guid} GET"] = Workbook,
        ["/past-results/import/{id:guid} GET Marked"] = Workbook,
        ["/verify/file GET"] = "takes a file, and shows nothing without one",
    };

    private const string Workbook = "a workbook that somebody handed in and that waits to be loaded";

    [Fact]
    public async Task Every_page_and_answer_opened_by_everybody_leaves_the_database_as_it_was_and_says_what_to_trust_and_to_store()
    {
        var people = new Dictionary<Role, Visitor>();
        foreach (var role in Enum.GetValues<Role>())
            people.Add(role, await app.SignedInAsync(role));
        var (admitted, nobody, places) = (RolesTable.Admitted(), app.Visitor(), await Places.AddAsync(app));
        var before = await EveryRow.DigestsAsync(app.Superuser);
        var (opened, asked) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        foreach (var endpoint in await Endpoints.OfAsync(app))
        {
            // Whoever the door lets in; of a page that is open to everybody a few of them.
            var open = endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;
            foreach (var method in endpoint.Methods.Where(method => method.Split(' ')[0] == "GET"))
            {
                asked.Add($"{endpoint.Pattern} {method}");
                foreach (var visitor in admitted[(endpoint.Pattern, method)].Take(open ? 2 : people.Count).Select(role => people[role])
                    .Append(nobody))
                {
                    if (await places.OpenedAsync(visitor, endpoint, method, answer => Look(answer, visitor != nobody)) is not null)
                        opened.Add($"{endpoint.Pattern} {method}");
                }
            }
        }
        (await EveryRow.DigestsAsync(app.Superuser)).ShouldBe(before);
        opened.Count.ShouldBeGreaterThan(50);
        asked.Except(opened).Order(StringComparer.Ordinal).ShouldBe(
            NeverOpened.Keys.Order(StringComparer.Ordinal), "what never opens is named with a reason, and what opens is not");
    }

    private static void Look(HttpResponseMessage answer, bool isSignedIn)
    {
        var told = $"{answer.RequestMessage?.RequestUri}: {answer.StatusCode}";
        answer.ShouldTrustNothingElse(told);
        // Nobody is signed in outside of the tenants' addresses.
        if (isSignedIn && answer.RequestMessage?.RequestUri?.AbsolutePath.StartsWith("/da-nang/", StringComparison.Ordinal) == true)
            answer.ShouldBeStoredNowhere(told);
    }

    /// <summary>What they answer without one is seen by everybody at every address in <see cref="RolesByEndpointTests"/>.</summary>
    [Fact]
    public async Task No_page_but_two_that_change_nothing_does_without_the_token_that_only_our_pages_give() =>
        (await Endpoints.OfAsync(app))
            .Where(endpoint => endpoint.Metadata.GetMetadata<IgnoreAntiforgeryTokenAttribute>() is not null)
            .Select(endpoint => endpoint.Pattern).ShouldBe(RolesByEndpointTests.ChangesNothing, ignoreOrder: true);
}
