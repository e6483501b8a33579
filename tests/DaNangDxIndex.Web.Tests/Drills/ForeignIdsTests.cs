using System.Net;
using System.Net.Http.Json;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Harness;
using DaNangDxIndex.Hosting;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Xunit.Abstractions;

namespace DaNangDxIndex.Drills;

/// <summary>
/// Every id that an address takes, in its path, its query, its form or its body, as the program itself says, is asked for by every role of
/// Da Nang's that gets in there with each kind of thing that belongs to Khanh Hoa, the rest of the request being the person's own; lists
/// are sent by <see cref="ListsInRequestsTests"/>. The answer is that to an id that nobody has, and not one of the other's rows changes.
/// </summary>
public sealed class ForeignIdsTests(TestApp app, ITestOutputHelper output) : IClassFixture<TestApp>
{
    private const string Other = "khanh-hoa";

    /// <summary>They would end the session that asks.</summary>
    private static readonly string[] Left = ["/accounts/sign-out", "/accounts/sign-in"];

    /// <param name="Method">With the name of a page's handler: "POST Accept".</param>
    /// <param name="Name">Of the part of the path, or of the field with the way to it: "input.Piece".</param>
    private sealed record TakesAnId(Endpoints Endpoint, string Method, string Name)
    {
        public bool IsInPath => Endpoints.PartsOf(Endpoint.Pattern).Contains(Name, StringComparer.OrdinalIgnoreCase);

        public override string ToString() => $"{Endpoint.Pattern} {Method}  {(IsInPath ? $"{{{Name}}}" : Name)}";
    }

    [Fact]
    public async Task An_id_of_another_tenants_is_answered_like_one_that_nobody_has_and_changes_nothing()
    {
        var (places, foreign) = (await Places.AddAsync(app), await ForeignRows.AddAsync(app));
        var all = (await Endpoints.OfAsync(app)).SelectMany(TakenBy).ToList();
        output.WriteLine(string.Join('\n', all));
        var before = await ForeignRows.DigestAsync(app, Other);
        var (asked, told) = (new HashSet<TakesAnId>(), new List<string>());
        var (admitted, requests) = (RolesTable.Admitted(), 0);
        foreach (var role in Enum.GetValues<Role>())
        {
            var person = await app.SignedInAsync(role);
            var token = await person.TokenAsync("/accounts/password");
            // Whoever the door lets in; the auditor stands for all who stay outside.
            foreach (var one in all.Where(one =>
                role == Role.Auditor || admitted[(one.Endpoint.Pattern, one.Method)].Contains(role)))
            {
                if (one.Endpoint.Methods.Contains("GET"))
                    await places.OpenedAsync(person, one.Endpoint, "GET");
                var place = places.For(one.Endpoint);
                var nobodys = await StatusAsync(person, Request(one, place, Guid.NewGuid().ToString(), token));
                if (admitted[(one.Endpoint.Pattern, one.Method)].Contains(role))
                    asked.Add(one);
                foreach (var id in foreign)
                {
                    var status = await StatusAsync(person, Request(one, place, id, token));
                    requests++;
                    if (status != nobodys || (one.IsInPath && status == HttpStatusCode.OK))
                        told.Add($"{one} as {role}: {status}, and {nobodys} to an id that nobody has");
                }
            }
            (await person.GetAsync("/accounts/password")).StatusCode.ShouldBe(HttpStatusCode.OK, $"{role} is signed in still");
        }
        output.WriteLine($"{requests} requests at {asked.Count} ids with {foreign.Count} ids of {Other}");
        told.ShouldBeEmpty();
        all.Except(asked).ShouldBeEmpty("somebody who gets in asks for each");
        all.Count(one => !one.IsInPath).ShouldBeGreaterThan(15, "ids in fields");
        (await ForeignRows.DigestAsync(app, Other)).ShouldBe(before, "a row of the other tenant's has changed");
    }

    private static async Task<HttpStatusCode> StatusAsync(Visitor person, HttpRequestMessage asks)
    {
        using var request = asks;
        using var answer = await person.Http.SendAsync(request);
        ((int)answer.StatusCode).ShouldBeLessThan(500, RandomRequest.Told(request));
        (await answer.Content.ReadAsStringAsync()).ShouldNotContain("@khanh-hoa.demo", customMessage: RandomRequest.Told(request));
        return answer.StatusCode;
    }

    private static IEnumerable<TakesAnId> TakenBy(Endpoints endpoint) =>
        Left.Any(left => endpoint.Pattern.StartsWith(left, StringComparison.Ordinal)) ? []
            : endpoint.Methods.SelectMany(_ => Endpoints.PartsOf(endpoint.Pattern), (method, part) => new TakesAnId(endpoint, method, part))
                .Where(one => endpoint.Pattern.Contains($"{{{one.Name}:guid", StringComparison.Ordinal))
                .Concat(from handler in endpoint.Handlers()
                        from parameter in handler.Taken
                        where parameter.BindingInfo?.BindingSource != BindingSource.Services
                        from name in Ids(parameter.BindingInfo?.BinderModelName ?? parameter.Name, parameter.ParameterType, depth: 0)
                        select new TakesAnId(endpoint, handler.Method, name))
                .DistinctBy(one => $"{one.Method} {one.Name}", StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<string> Ids(string name, Type type, int depth) =>
        type == typeof(Guid) || type == typeof(Guid?) ? [name]
            : depth > 3 || type.IsEnum || type.Namespace?.StartsWith("DaNangDxIndex", StringComparison.Ordinal) != true ? []
            : type.GetProperties().SelectMany(property => Ids(
                depth == 0 ? property.Name : $"{name}.{property.Name}", property.PropertyType, depth + 1));

    private static HttpRequestMessage Request(TakesAnId one, Place place, string id, string token)
    {
        var verb = one.Method.Split(' ')[0];
        var isQuery = verb == "GET" && !one.IsInPath;
        var at = one.IsInPath ? new Place(place.Values.ToDictionary(
            pair => pair.Key, pair => IsNameOf(one, pair.Key) ? id : pair.Value, StringComparer.Ordinal)) : place;
        var request = new HttpRequestMessage(new(verb), new Uri(
            at.Address(one.Endpoint, one.Method, query: isQuery ? $"{one.Name}={id}" : null), UriKind.Relative));
        request.Headers.Add("RequestVerificationToken", token);
        if (verb == "GET")
            return request;
        request.Headers.TryAddWithoutValidation("If-Match", "\"0\"");
        var field = one.IsInPath ? "id" : one.Name;
        request.Content = one.Endpoint.Pattern.StartsWith("/api/", StringComparison.Ordinal)
            ? JsonContent.Create(new Dictionary<string, string> { [char.ToLowerInvariant(field[0]) + field[1..]] = id })
            : new FormUrlEncodedContent([new(field, id), new("confirmed", "true")]);
        return request;
    }

    /// <summary>What a part of the path is filled with may go by another name: <see cref="Place.Of"/>.</summary>
    private static bool IsNameOf(TakesAnId one, string name) => name == one.Name || (one.Name == "id" && name == "provider");
}
