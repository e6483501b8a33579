using System.Net;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Harness;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DaNangDxIndex.Hosting;

public sealed class ReadingChangesNothingTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Every_page_and_answer_opened_by_everybody_leaves_the_database_as_it_was()
    {
        var people = new Dictionary<Role, Visitor>();
        foreach (var role in Enum.GetValues<Role>())
            people.Add(role, await app.SignedInAsync(role));
        var (admitted, nobody) = (RolesTable.Admitted(), app.Visitor());
        var before = await DigestAsync();
        var opened = 0;
        foreach (var endpoint in (await Endpoints.OfAsync(app)).Where(endpoint => endpoint.Methods.Contains("GET")))
        {
            // Whoever the door lets in; of a page that is open to everybody a few of them.
            var open = endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;
            foreach (var visitor in admitted[(endpoint.Pattern, "GET")].Take(open ? 2 : people.Count).Select(role => people[role])
                .Append(nobody))
            {
                using var answer = await visitor.Http.GetAsync(new Uri(AddressOf(endpoint), UriKind.Relative));
                ((int)answer.StatusCode).ShouldBeLessThan(500, endpoint.Pattern);
                opened += answer.StatusCode == HttpStatusCode.OK ? 1 : 0;
            }
        }
        opened.ShouldBeGreaterThan(50);
        (await DigestAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task Whoever_changes_something_shows_a_token_that_only_our_pages_give()
    {
        var offenders = (await Endpoints.OfAsync(app))
            .Where(endpoint => endpoint.Methods.Any(method => !method.StartsWith("GET", StringComparison.Ordinal)))
            .Where(endpoint => endpoint.Metadata.GetMetadata<IgnoreAntiforgeryTokenAttribute>() is not null
                && !ChangesNothing.Contains(endpoint.Pattern));
        offenders.Select(endpoint => endpoint.Pattern).ShouldBeEmpty();
        foreach (var (method, path) in new[] { ("POST", "/da-nang/vi/accounts/edit"),
            ("PATCH", "/da-nang/api/v1/editions/2025/agencies/w25-hai-chau/figures/a") })
        {
            using var request = new HttpRequestMessage(new(method), new Uri(path, UriKind.Relative));
            if (method == "PATCH")
                request.Content = new StringContent("""{"value":"1"}""", System.Text.Encoding.UTF8, "application/json");
            var role = method == "PATCH" ? Role.Assessor : Role.Administrator;
            (await (await app.SignedInAsync(role)).Http.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.BadRequest, path);
        }
    }

    // The page of an error, and the comparison of a file that anybody hands in.
    private static readonly string[] ChangesNothing = ["/error/{status:int}", "/verify/file"];

    private static string AddressOf(Endpoints endpoint)
    {
        var address = Endpoints.Filled(endpoint.Pattern, (name, _) => name switch
        {
            "year" => endpoint.Pattern.Contains("{agency}", StringComparison.Ordinal)
                || endpoint.Pattern.Contains("progress", StringComparison.Ordinal) ? "2025" : "2024",
            "agency" => "w25-hai-chau",
            "code" => "q-hai-chau",
            "component" => "1",
            "number" => "1",
            "status" => "500",
            _ => "",
        });
        return address.StartsWith("/health", StringComparison.Ordinal) || address.StartsWith("/openapi", StringComparison.Ordinal) ? address
            : address.StartsWith("/api/", StringComparison.Ordinal) ? "/da-nang" + address
            : "/da-nang/vi" + address;
    }

    /// <summary>Of every row of every table.</summary>
    private async Task<string> DigestAsync()
    {
        var tables = await TestApp.ListAsync(
            app.Superuser,
            "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE' ORDER BY 1");
        var digests = new List<string>();
        foreach (var table in tables)
        {
            var digest = await TestApp.AskAsync<string>(
                app.Superuser, $"SELECT md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), '')) FROM \"{table}\" t");
            digests.Add($"{table} {digest}");
        }
        return string.Join('\n', digests);
    }
}
