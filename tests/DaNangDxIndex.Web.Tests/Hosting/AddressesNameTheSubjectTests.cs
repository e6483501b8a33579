using System.Net.Http.Json;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Appraisal;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Harness;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Hosting;

/// <summary>
/// Who and what a request is about stands in its address, where policies read it. A field of the same name changes nothing.
/// </summary>
public sealed class AddressesNameTheSubjectTests(TestApp app) : IClassFixture<TestApp>
{
    /// <summary>What answers though a value of its address leads to nothing, and why.</summary>
    private static readonly Dictionary<(string Pattern, string Name), string> AnswerToAnything = new()
    {
        [("/verify/{code?}", "code")] = "says that there is no such card",
        [("/error/{status:int}", "status")] = "is itself what says that nothing is there",
        [("/assessments/{year:int}/{agency}/questions/{criterion?}", "criterion")] = "lists all questions; the criterion is only unfolded",
        [("/editions/{year:int}/criteria/{group}/criterion/{criterion?}", "criterion")] = "tries what is typed and keeps nothing",
    };

    [Fact]
    public async Task No_field_stands_in_for_a_value_of_the_address()
    {
        var (places, endpoints) = (await Places.AddAsync(app), await Endpoints.OfAsync(app));
        endpoints.Where(endpoint => !places.Any.Knows(endpoint.Pattern)).Select(endpoint => endpoint.Pattern).ShouldBeEmpty();
        // Signing in is written down itself.
        await Task.WhenAll(Enum.GetValues<Role>().Select(role => app.SignedInAsync(role)));
        var before = await EntriesAsync();

        var knocks = await Task.WhenAll(Enum.GetValues<Role>().Select(role => KnockAsync(role, places, endpoints)));

        knocks.Sum(knock => knock.Knocked).ShouldBeGreaterThan(1000);
        knocks.Sum(knock => knock.Led).ShouldBeGreaterThan(150, "addresses that lead somewhere as long as nothing in them is wrong");
        knocks.SelectMany(knock => knock.Offenders).Distinct(StringComparer.Ordinal).ShouldBeEmpty();
        (await EntriesAsync()).ShouldBe(before);
    }

    private async Task<(int Knocked, int Led, List<string> Offenders)> KnockAsync(Role role, Places places, List<Endpoints> endpoints)
    {
        var (visitor, admitted) = (await app.SignedInAsync(role), RolesTable.Admitted());
        var token = await visitor.TokenAsync("/accounts/password");
        var (knocked, led, offenders) = (0, 0, new List<string>());
        foreach (var endpoint in endpoints)
        {
            var names = Endpoints.PartsOf(endpoint.Pattern).ToList();
            if (names.Count > 0 && endpoint.Methods.Contains("GET") && Knocks(endpoint, "GET"))
                led += await places.OpenedAsync(visitor, endpoint, "GET") is null ? 0 : 1;
            foreach (var (method, wrong) in endpoint.Methods.Where(method => Knocks(endpoint, method)).SelectMany(method => names
                .Where(name => !AnswerToAnything.ContainsKey((endpoint.Pattern, name))).Select(name => (method, name))))
            {
                knocked++;
                offenders.AddRange(await TryAsync(visitor, token, places.For(endpoint), (endpoint, method, wrong)));
            }
        }
        return (knocked, led, offenders);

        // Two whom the door lets in, and of all who stand before it the auditor, who is let in almost nowhere.
        bool Knocks(Endpoints endpoint, string method) =>
            role == Role.Auditor || admitted[(endpoint.Pattern, method)].Take(2).Contains(role);
    }

    [Theory]
    [InlineData("GET", "")]
    [InlineData("GET", "/round")]
    [InlineData("POST", "/accept")]
    public async Task The_own_agencys_bench_does_not_open_by_a_field_that_names_another(string method, string page)
    {
        var edition = await RunningEdition.AddAsync(app);
        var lead = await app.SignedInAsync(Role.LeadAppraiser);
        using var request = new HttpRequestMessage(
            new(method), new Uri(lead.Address($"/appraisal/{edition.Year}/{RunningEdition.Agency}{page}"), UriKind.Relative))
        {
            Content = new FormUrlEncodedContent([
                new("agency", RunningEdition.OfOffice), new("__RequestVerificationToken", await lead.TokenAsync("/accounts/password"))]),
        };
        var answer = await lead.Http.SendAsync(request);
        (await answer.Content.ReadAsStringAsync()).ShouldNotContain(RunningEdition.OfOffice);
        (await app.InDatabaseAsync("da-nang", db => db.Set<Verdict>()
            .AnyAsync(verdict => verdict.Year == edition.Year && verdict.Agency == RunningEdition.OfOffice))).ShouldBeFalse();
    }

    /// <summary>
    /// One value of the address leads to nothing and the others to something; the fields bear a value for every name that any address
    /// has, and for that one the value that would lead there.
    /// </summary>
    private static async Task<IEnumerable<string>> TryAsync(
        Visitor visitor, string token, Place place, (Endpoints Endpoint, string Method, string Wrong) asked)
    {
        var fields = new Dictionary<string, string>(place.Values) { [asked.Wrong] = place.Of(asked.Endpoint.Pattern, asked.Wrong) };
        var plain = await AnswerAsync(visitor, token, place, asked, null);
        var asForm = await AnswerAsync(visitor, token, place, asked, new FormUrlEncodedContent(fields), fields);
        var asJson = await AnswerAsync(visitor, token, place, asked, JsonContent.Create(fields), fields);
        var told = $"{asked.Method} {asked.Endpoint.Pattern} with a wrong {asked.Wrong}: {plain.Status} alone";
        return new[] { ("nothing", plain), ("a form", asForm), ("JSON", asJson) }
            .Where(answer => !IsRefused(answer.Item2.Status) && !IsListOfNothing(asked.Endpoint, answer.Item2.Body))
            .Select(answer => $"{told}, {answer.Item2.Status} with {answer.Item1}")
            .Concat(asForm.Status == plain.Status ? [] : [$"{told}, {asForm.Status} with a form"]);
    }

    private static bool IsRefused(int status) => status is (< 200 or >= 300) and < 500;

    private static bool IsListOfNothing(Endpoints endpoint, string body) =>
        endpoint.Pattern.StartsWith("/api/", StringComparison.Ordinal)
        && (body == "[]" || body.EndsWith(":[]}", StringComparison.Ordinal));

    private static async Task<(int Status, string Body)> AnswerAsync(
        Visitor visitor, string token, Place place, (Endpoints Endpoint, string Method, string Wrong) asked,
        HttpContent? body, Dictionary<string, string>? query = null)
    {
        var fields = string.Join('&', (query ?? []).Select(field => $"{field.Key}={Uri.EscapeDataString(field.Value)}"));
        using var request = new HttpRequestMessage(
            new(asked.Method.Split(' ')[0]), new Uri(place.Address(asked.Endpoint, asked.Method, asked.Wrong, fields), UriKind.Relative))
        {
            Content = body ?? new FormUrlEncodedContent([]),
        };
        request.Headers.Add("RequestVerificationToken", token);
        request.Headers.TryAddWithoutValidation("If-Match", "\"0\"");
        using var answer = await visitor.Http.SendAsync(request);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    private Task<long> EntriesAsync() => TestApp.AskAsync<long>(app.Superuser, "SELECT count(*) FROM audit_entry");
}
