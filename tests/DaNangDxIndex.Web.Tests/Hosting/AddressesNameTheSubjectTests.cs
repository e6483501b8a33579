using System.Net.Http.Json;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Appraisal;
using DaNangDxIndex.Database;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Harness;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Hosting;

/// <summary>
/// Who and what a request is about stands in its address, where policies read it. A field of the same name changes nothing.
/// </summary>
public sealed class AddressesNameTheSubjectTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task No_field_stands_in_for_a_value_of_the_address()
    {
        var edition = await RunningEdition.AddAsync(app);
        var wanted = await WantedAsync(edition);
        var offenders = new List<string>();
        // Signing in is written down itself.
        await Task.WhenAll(Enum.GetValues<Role>().Select(role => app.SignedInAsync(role)));
        var before = await EntriesAsync();
        var (admitted, knocked) = (RolesTable.Admitted(), 0);
        foreach (var role in Enum.GetValues<Role>())
        {
            var visitor = await app.SignedInAsync(role);
            var token = await visitor.TokenAsync("/accounts/password");
            foreach (var endpoint in await Endpoints.OfAsync(app))
            {
                var names = Endpoints.PartsOf(endpoint.Pattern).Intersect(wanted.Keys).ToList();
                foreach (var method in names.Count == 0 ? [] : endpoint.Methods.Where(method => Knocks(role, endpoint, method)))
                {
                    knocked++;
                    offenders.AddRange(await TryAsync(
                        visitor, token, endpoint, method, names.ToDictionary(name => name, name => wanted[name], StringComparer.Ordinal)));
                }
            }
        }
        knocked.ShouldBeGreaterThan(500);
        offenders.ShouldBeEmpty();
        (await EntriesAsync()).ShouldBe(before);

        // Whoever the door lets in, and of all who stand before it the auditor, who is let in almost nowhere.
        bool Knocks(Role role, Endpoints endpoint, string method) =>
            role == Role.Auditor || admitted[(endpoint.Pattern, method)].Contains(role);
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
                new("agency", RunningEdition.Standing), new("__RequestVerificationToken", await lead.TokenAsync("/accounts/password"))]),
        };
        var answer = await lead.Http.SendAsync(request);
        (await answer.Content.ReadAsStringAsync()).ShouldNotContain(RunningEdition.Standing);
        (await app.InDatabaseAsync("da-nang", db => db.Set<Verdict>()
            .AnyAsync(verdict => verdict.Year == edition.Year && verdict.Agency == RunningEdition.Standing))).ShouldBeFalse();
    }

    /// <summary>Values that lead to something, sent as fields, while the address names what is not there.</summary>
    private async Task<Dictionary<string, string>> WantedAsync(RunningEdition edition)
    {
        var account = await app.InDatabaseAsync("da-nang", db => db.Set<Account>().Select(account => account.Id).FirstAsync());
        return new(StringComparer.Ordinal)
        {
            ["year"] = edition.Year.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["agency"] = RunningEdition.Agency,
            ["code"] = "q-hai-chau",
            ["component"] = "A",
            ["criterion"] = "A.1",
            ["figure"] = "files-received",
            ["number"] = "1",
            ["id"] = account.ToString(),
        };
    }

    private static async Task<IEnumerable<string>> TryAsync(
        Visitor visitor, string token, Endpoints endpoint, string method, Dictionary<string, string> fields)
    {
        var plain = await StatusAsync(visitor, token, endpoint, method, [], asJson: false);
        var asForm = await StatusAsync(visitor, token, endpoint, method, fields, asJson: false);
        var asJson = await StatusAsync(visitor, token, endpoint, method, fields, asJson: true);
        return new[] { ("form", asForm), ("JSON", asJson) }.Where(
            answer => answer.Item2 is < 300 and >= 200 || answer.Item2 >= 500 || (answer.Item1 == "form" && answer.Item2 != plain))
            .Select(answer => $"{method} {endpoint.Pattern}: {plain} alone, {answer.Item2} with fields as {answer.Item1}");
    }

    private static async Task<int> StatusAsync(
        Visitor visitor, string token, Endpoints endpoint, string method, Dictionary<string, string> fields, bool asJson)
    {
        var address = Endpoints.Filled(endpoint.Pattern, (name, _) => name switch
        {
            "year" => "1999",
            "number" => "77",
            "id" => Guid.Empty.ToString(),
            _ => "nowhere",
        });
        var words = method.Split(' ');
        var query = fields.Select(field => $"{field.Key}={Uri.EscapeDataString(field.Value)}")
            .Concat(words.Skip(1).Select(handler => $"handler={handler}"));
        using var request = new HttpRequestMessage(new(words[0]), new Uri(
            $"{(address.StartsWith("/api/", StringComparison.Ordinal) ? "/da-nang" : "/da-nang/vi")}{address}?{string.Join('&', query)}",
            UriKind.Relative))
        {
            Content = asJson ? JsonContent.Create(fields) : new FormUrlEncodedContent(fields),
        };
        request.Headers.Add("RequestVerificationToken", token);
        request.Headers.TryAddWithoutValidation("If-Match", "\"0\"");
        using var answer = await visitor.Http.SendAsync(request);
        return (int)answer.StatusCode;
    }

    private Task<long> EntriesAsync() => TestApp.AskAsync<long>(app.Superuser, "SELECT count(*) FROM audit_entry");
}
