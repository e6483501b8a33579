using System.Collections;
using System.Net.Http.Json;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Harness;
using DaNangDxIndex.Hosting;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Xunit.Abstractions;

namespace DaNangDxIndex.Drills;

/// <summary>
/// Every address that takes several values of one kind in a request, as the program itself says, is sent own and foreign ids and codes
/// mixed, some twice: nothing of the other tenant's is shown, and not one of its rows changes. Lists with nothing in them and lists
/// without end are sent as well: no check is passed over because there was nothing to check, and nothing is written.
/// </summary>
public sealed class ListsInRequestsTests(TestApp app, ITestOutputHelper output) : IClassFixture<TestApp>
{
    private const string Other = "khanh-hoa";

    /// <param name="Method">With the name of a page's handler: "POST Accept".</param>
    /// <param name="Field">With the way to it: "input.Claims".</param>
    private sealed record TakesMany(Endpoints Endpoint, string Method, string Field, bool IsKeyed);

    /// <summary>One more than ten thousand: longer than any list that a page of ours sends.</summary>
    private const int Endless = 10_001;

    [Fact]
    public async Task No_list_reaches_what_belongs_to_another_tenant()
    {
        var (places, lists) = (await Places.AddAsync(app), await ListsAsync());
        output.WriteLine(string.Join('\n', lists.Select(list => $"{list.Endpoint.Pattern} {list.Method}  {list.Field}")));
        lists.ShouldContain(list => list.Endpoint.Pattern == "/accounts/links" && list.Field == "ids");
        lists.ShouldContain(list => list.Endpoint.Pattern.EndsWith("/assign", StringComparison.Ordinal) && list.IsKeyed);
        lists.Count.ShouldBeGreaterThan(20);
        var before = await ForeignRows.DigestAsync(app, Other);
        var (taken, sent) = await SendAsync(lists, places, await MixedAsync(), everyRole: true);
        lists.Except(sent).ShouldBeEmpty("each list is sent by somebody who gets in there");
        taken.Count.ShouldBeGreaterThan(5, "requests that were taken and not refused as a whole");
        (await ForeignRows.DigestAsync(app, Other)).ShouldBe(before, "a row of the other tenant's has changed");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(Endless)]
    public async Task A_list_with_nothing_in_it_or_with_an_empty_value_or_without_end_changes_nothing(int length)
    {
        var (places, lists) = (await Places.AddAsync(app), await ListsAsync());
        foreach (var role in Enum.GetValues<Role>())
            await app.SignedInAsync(role);
        var own = await OwnAsync();
        var before = await EveryRow.DigestsAsync(app.Superuser);
        var values = length == 1 ? [""] : Enumerable.Range(0, length).Select(number => own[number % own.Count]).ToList();
        var (taken, sent) = await SendAsync(lists, places, values, everyRole: false);
        lists.Except(sent).ShouldBeEmpty("each list is sent by somebody who gets in there");
        (await EveryRow.DigestsAsync(app.Superuser)).ShouldBe(before, $"taken: {string.Join('\n', taken)}");
    }

    private async Task<List<TakesMany>> ListsAsync() => [.. (await Endpoints.OfAsync(app)).SelectMany(TakenBy)];

    /// <param name="everyRole">That gets past the door; otherwise the first one that does.</param>
    /// <returns>What was taken and not refused as a whole, and what was sent.</returns>
    private async Task<(List<string> Taken, HashSet<TakesMany> Sent)> SendAsync(
        List<TakesMany> lists, Places places, IReadOnlyList<string> values, bool everyRole)
    {
        var (admitted, taken, sent) = (RolesTable.Admitted(), new List<string>(), new HashSet<TakesMany>());
        var failures = new List<string>();
        foreach (var role in Enum.GetValues<Role>())
        {
            var visitor = await app.SignedInAsync(role);
            var token = await visitor.TokenAsync("/accounts/password");
            foreach (var list in lists.Where(list => admitted[(list.Endpoint.Pattern, list.Method)].Contains(role)))
            {
                if (!sent.Add(list) && !everyRole)
                    continue;
                if (list.Endpoint.Methods.Contains("GET"))
                    await places.OpenedAsync(visitor, list.Endpoint, "GET");
                using var request = Request(list, places.For(list.Endpoint), values, token);
                using var answer = await visitor.Http.SendAsync(request);
                var told = $"{list.Endpoint.Pattern} {list.Method} {list.Field} as {role}";
                if ((int)answer.StatusCode >= 500)
                    failures.Add(told);
                (await answer.Content.ReadAsStringAsync()).ShouldNotContain("@khanh-hoa.demo", customMessage: told);
                if (answer.IsSuccessStatusCode || answer.StatusCode == System.Net.HttpStatusCode.Redirect)
                    taken.Add($"{told}: {answer.StatusCode}");
            }
        }
        failures.ShouldBeEmpty(app.Failures);
        return (taken, sent);
    }

    private static IEnumerable<TakesMany> TakenBy(Endpoints endpoint) =>
        from handler in endpoint.Handlers()
        from many in handler.Taken.SelectMany(Many)
        select new TakesMany(endpoint, handler.Method, many.Field, many.IsKeyed);

    private static IEnumerable<(string Field, bool IsKeyed)> Many(ParameterDescriptor parameter) =>
        Many(parameter.BindingInfo?.BinderModelName ?? parameter.Name, parameter.ParameterType, depth: 0);

    private static IEnumerable<(string Field, bool IsKeyed)> Many(string name, Type type, int depth)
    {
        if (type == typeof(string) || type == typeof(byte[]) || depth > 3)
            return [];
        if (typeof(IEnumerable).IsAssignableFrom(type))
            return [(name, IsDictionary(type))];
        return type.Namespace?.StartsWith("DaNangDxIndex", StringComparison.Ordinal) != true || type.IsEnum ? []
            : type.GetProperties().SelectMany(property => Many(
                depth == 0 ? property.Name : $"{name}.{property.Name}", property.PropertyType, depth + 1));
    }

    private static bool IsDictionary(Type type) => type.IsGenericType && type.GetGenericArguments().Length == 2;

    private static HttpRequestMessage Request(TakesMany list, Place place, IReadOnlyList<string> values, string token)
    {
        var verb = list.Method.Split(' ')[0];
        var query = verb == "GET" && !list.IsKeyed
            ? string.Join('&', values.Select(value => $"{list.Field}={Uri.EscapeDataString(value)}")) : "";
        var request = new HttpRequestMessage(
            new(verb), new Uri(place.Address(list.Endpoint, list.Method, query: query), UriKind.Relative));
        request.Headers.Add("RequestVerificationToken", token);
        request.Headers.TryAddWithoutValidation("If-Match", "\"0\"");
        if (verb == "GET")
            return request;
        var keyed = values.Zip(values.Reverse()).DistinctBy(pair => pair.First).ToDictionary(pair => pair.First, pair => pair.Second);
        if (!list.Endpoint.Pattern.StartsWith("/api/", StringComparison.Ordinal))
        {
            request.Content = new FormUrlEncodedContent(list.IsKeyed
                ? keyed.Select(pair => KeyValuePair.Create($"{list.Field}[{pair.Key}]", pair.Value))
                : values.Select(value => KeyValuePair.Create(list.Field, value)));
        }
        else
        {
            request.Content = JsonContent.Create(new Dictionary<string, object>
            {
                [char.ToLowerInvariant(list.Field[0]) + list.Field[1..]] = list.IsKeyed ? keyed : values,
            });
        }
        return request;
    }

    private Task<List<string>> OwnAsync() => TestApp.ListAsync(app.Superuser, """
        SELECT id::text FROM account WHERE user_name = 'auditor@da-nang.demo' UNION ALL SELECT 'w25-hai-chau' UNION ALL SELECT 'A.1'
        """);

    /// <summary>An own account, agency and piece, those of the other tenant between them, and the own once more.</summary>
    private async Task<List<string>> MixedAsync()
    {
        var own = await OwnAsync();
        var foreign = await TestApp.ListAsync(app.Superuser, $"""
            SELECT id::text FROM account WHERE user_name LIKE '%@{Other}.demo' UNION ALL
            (SELECT code FROM agency WHERE tenant_id = (SELECT id FROM tenant WHERE slug = '{Other}')
                AND code NOT IN (SELECT code FROM agency WHERE tenant_id <> (SELECT id FROM tenant WHERE slug = '{Other}')) LIMIT 3)
            """);
        foreign.Count.ShouldBeGreaterThan(5);
        return [.. own, .. foreign, .. own];
    }
}
