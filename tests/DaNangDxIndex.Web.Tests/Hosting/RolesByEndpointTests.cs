using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Harness;
using Microsoft.AspNetCore.Authorization;

namespace DaNangDxIndex.Hosting;

/// <summary>
/// Every address is asked as nobody, as an administrator of another tenant whose cookie bears this one's name, and as every role, and who
/// is let in is compared with roles-by-endpoint.txt beside this file. What changes something is sent without the token of a form: it is
/// refused behind the door, and so the door alone is seen and nothing changes.
/// </summary>
public sealed class RolesByEndpointTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Plain = """{"type":"https://tools.ietf.org/html/rfc9110#section-15.5.1","title":"Bad Request","status":400}""";

    private const string Rewrite = "DX_WRITE_ROLES=true dotnet test tests/DaNangDxIndex.Web.Tests -c Release --filter RolesByEndpointTests";

    private static readonly string[] Head =
    [
        "# Who is let in where. yes: let in; -: let in, and nothing is there for this role; no: refused, or led to the sign-in.",
        $"# Written by  {Rewrite}",
        "# Read every line of the difference before it is kept: a yes that nobody meant is a hole.",
        "# Where an address names an agency there are two lines: "
        + "the person's own agency (that of the assessor for who has none), and another.",
        string.Join(' ', [.. RolesTable.WithoutRole, .. Enum.GetNames<Role>()]),
    ];

    // The page of an error, and the comparison of a file that anybody hands in: they change nothing, and take it from other sites too.
    internal static readonly string[] ChangesNothing = ["/error/{status:int}", "/verify/file"];

    [Fact]
    public async Task Who_is_let_in_at_every_address_is_what_the_table_says()
    {
        var edition = await RunningEdition.AddAsync(app);
        var people = new List<Caller>
        {
            new(app.Visitor(), RunningEdition.Agency), new(await Elsewhere.VisitorAsync(app), RunningEdition.Agency),
        };
        foreach (var role in Enum.GetValues<Role>())
            people.Add(new(await app.SignedInAsync(role), OwnOf(role)));
        var asked = (await Endpoints.OfAsync(app)).SelectMany(endpoint => AddressesOf(endpoint, edition))
            .OrderBy(address => address.Line, StringComparer.Ordinal).ToList();
        var answers = await Task.WhenAll(people.Select(person => MarksAsync(person, asked)));
        var seen =
            asked.Select((address, row) => string.Join(' ', Columns(answers.Select(marks => marks[row]))) + "  " + address.Line).ToList();
        asked.Where((_, row) => answers[1][row] != answers[0][row])
            .ShouldBeEmpty("a sign-in at another tenant opens nothing more than none");

        if (Environment.GetEnvironmentVariable("DX_WRITE_ROLES") is { Length: > 0 })
            await File.WriteAllLinesAsync(RolesTable.Path, [.. Head, .. seen]);
        string[] told = [.. (await File.ReadAllLinesAsync(RolesTable.Path)).Skip(Head.Length)];
        var differences = seen.Except(told, StringComparer.Ordinal).Select(line => $"is      {line}")
            .Concat(told.Except(seen, StringComparer.Ordinal).Select(line => $"stands  {line}"))
            .OrderBy(line => line[(line.LastIndexOf("  ", StringComparison.Ordinal) + 2)..], StringComparer.Ordinal).ToList();
        differences.ShouldBeEmpty(
            $"{RolesTable.Path} does not say who is let in. If each line is meant, write the table anew and keep it with the change:\n"
            + $"  {Rewrite}\n");
    }

    private static IEnumerable<Address> AddressesOf(Endpoints endpoint, RunningEdition edition)
    {
        var open = endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;
        var agencies = endpoint.Pattern.Contains("{agency", StringComparison.Ordinal) ? new string?[] { "own", "another" } : [null];
        return
            from method in endpoint.Methods
            from agency in agencies
            select new Address(method, endpoint.Pattern, agency, open ? "2024" : edition.Year.ToString(CultureInfo.InvariantCulture));
    }

    private async Task<List<string>> MarksAsync(Caller person, List<Address> asked)
    {
        var marks = new List<string>();
        foreach (var address in asked)
            marks.Add(await MarkAsync(person, address));
        return marks;
    }

    private async Task<string> MarkAsync(Caller person, Address address)
    {
        using var request = new HttpRequestMessage(address.Verb, new Uri(address.For(person), UriKind.Relative));
        if (address.Verb != HttpMethod.Get)
            request.Content = address.IsApi ? JsonContent.Create(new { }) : new FormUrlEncodedContent([]);
        using var answer = await person.Visitor.Http.SendAsync(request);
        ((int)answer.StatusCode).ShouldBeLessThan(500, $"{address.Line} as {person.Own}\n{app.Failures}");
        var said = await answer.Content.ReadAsStringAsync();
        var toSignIn = answer.Headers.Location?.OriginalString.Contains("/accounts/sign-in?ReturnUrl", StringComparison.Ordinal) == true;
        if (toSignIn || answer.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
            return "no";
        if (answer.StatusCode == HttpStatusCode.NotFound)
            return "-";
        // Whoever is let in without a token comes no further: nothing that was sent is read, so that a refusal names no rule.
        if (address.Verb != HttpMethod.Get && !ChangesNothing.Contains(address.Pattern))
        {
            answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest, $"{address.Line} as {person.Own}, without a token");
            if (address.IsApi)
                said.ShouldBe(Plain, address.Line);
        }
        return "yes";
    }

    private static IEnumerable<string> Columns(IEnumerable<string> marks) =>
        Head[^1].Split(' ').Zip(marks, (role, mark) => mark.PadRight(role.Length));

    /// <summary>The agency of the demo's account; the assessor's for those who have none.</summary>
    private static string OwnOf(Role role) =>
        role is Role.Appraiser or Role.LeadAppraiser or Role.Office ? RunningEdition.OfOffice : RunningEdition.Agency;

    private sealed record Caller(Visitor Visitor, string Own);

    /// <param name="Method">With the name of a page's handler: "POST Accept".</param>
    /// <param name="Agency">"own", "another", or null where the address names none.</param>
    private sealed record Address(string Method, string Pattern, string? Agency, string Year)
    {
        public string Line => $"{Pattern} {Method}{(Agency is null ? "" : $" ({Agency})")}";

        public HttpMethod Verb => new(Method.Split(' ')[0]);

        public bool IsApi => Pattern.StartsWith("/api/", StringComparison.Ordinal);

        public string For(Caller person)
        {
            var path = Endpoints.Filled(Pattern, (name, part) => name switch
            {
                "year" => Year,
                "agency" => Agency == "own" ? person.Own : RunningEdition.Third,
                "code" => "so-tttt",
                "group" => "small",
                "component" => "A",
                "criterion" => "A.1",
                "figure" => "files-received",
                "status" => "404",
                "documentName" => "v1",
                _ when part.Contains(":int", StringComparison.Ordinal) => "1",
                _ when part.Contains(":guid", StringComparison.Ordinal) => Guid.Empty.ToString(),
                _ => "nowhere",
            });
            return $"{Endpoints.Before(Pattern)}{path}{(Method.Split(' ') is [_, var handler] ? $"?handler={handler}" : "")}";
        }
    }
}
