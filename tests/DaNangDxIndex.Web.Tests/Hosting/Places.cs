using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Evidence;
using DaNangDxIndex.Harness;
using DaNangDxIndex.Publishing;
using DaNangDxIndex.Replies;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Hosting;

/// <summary>An edition, an agency of it, and one of each thing that hangs on them: what addresses lead to.</summary>
/// <param name="Values">By the name in a route's pattern.</param>
internal sealed record Place(IReadOnlyDictionary<string, string> Values)
{
    /// <summary>The names of which every value stands here.</summary>
    public bool Knows(string pattern) => Endpoints.PartsOf(pattern).All(Values.ContainsKey);

    /// <param name="wrong">Names one part of the address that shall lead to nothing; null for none.</param>
    /// <param name="query">What stands behind the question mark; null for the group and what handlers ask besides.</param>
    public string Address(Endpoints endpoint, string method, string? wrong = null, string? query = null)
    {
        var address = Endpoints.Filled(endpoint.Pattern, (name, part) => name != wrong ? Of(endpoint.Pattern, name)
            : part.Contains(":guid", StringComparison.Ordinal) ? "11111111-1111-4111-8111-111111111111"
            : part.Contains(":int", StringComparison.Ordinal) ? "1999"
            : "nowhere");
        var handler = method.Split(' ') is [_, var name] ? $"&handler={name}" : "";
        return $"{Endpoints.Before(endpoint.Pattern)}{address}?{query ?? $"group={Values["group"]}&kind=Decision"}{handler}";
    }

    /// <summary>One word names several things: the code of an agency and that of a printed card.</summary>
    public string Of(string pattern, string name) => pattern.Split('/')[1..] switch
    {
        ["verify", ..] or ["api", "v1", "verify", ..] => Values["card"],
        ["problems", ..] => "edition.wrong-stage",
        ["error", ..] => "404",
        ["accounts", "providers" or "sign-in", ..] => Values["provider"],
        ["api", "v1", "data", ..] => "catalog.jsonld",
        ["agencies", "acts", ..] => "merge",
        ["editions", _, "targets", ..] when name == "code" => Values["target"],
        ["api", "v1", .., "data", "{file}"] when name == "file" => "datapackage.json",
        _ => Values[name],
    };
}

/// <summary>Editions at every stage, of the demo and of the tests.</summary>
internal sealed class Places(IReadOnlyList<Place> all)
{
    private static readonly ConditionalWeakTable<TestApp, Task<Places>> Added = [];

    private readonly ConcurrentDictionary<string, Place> _found = new(StringComparer.Ordinal);

    /// <summary>Past the rules of how they come about.</summary>
    private const string Things = """
        SET session_replication_role = replica;
        INSERT INTO attachment (tenant_id, id, year, agency, criterion, piece, attached_by, attached_at)
            SELECT tenant_id, gen_random_uuid(), year, agency, 'A.1', (SELECT id FROM piece
                WHERE agency = 'w25-hai-chau' AND kind = 'file' ORDER BY added_at DESC LIMIT 1), gen_random_uuid(), now()
            FROM assessment WHERE year > 2026 AND agency = 'w25-hai-chau';
        INSERT INTO sign_in_provider (tenant_id, id, issuer, client_id, name_vi, name_en, place, active)
            SELECT id, gen_random_uuid(), 'https://sso.danang.example', 'dx', 'Cổng', 'Portal', 1, true FROM tenant WHERE slug = 'da-nang';
        SET session_replication_role = origin;
        """;

    /// <summary>Once for an app: whoever asks again is led to the same ones.</summary>
    public static Task<Places> AddAsync(TestApp app) => Added.GetValue(app, AddThemAsync);

    private static async Task<Places> AddThemAsync(TestApp app)
    {
        var open = await OpenEdition.AddAsync(app);
        var piece = await (await Shelf.OfAsync(app, open)).UploadedAsync();
        var rounds = new TwoRounds(app);
        var replying = await rounds.AppraisedAsync();
        await rounds.MoveOnAsync(replying, EditionStage.Explanation);
        var years = new[]
        {
            (await RunningEdition.AddAsync(app)).Year, (await Signing.AskedToReopenAsync(app)).Year, replying.Year, open.Year,
            (await RunningEdition.AddAsync(app, EditionStage.Open, AssessmentState.NotSubmitted, AssessmentState.Entering)).Year,
            (await DraftEdition.AddAsync(app)).Year, (await Signing.PublishedAsync(app)).Year,
        };
        await TestApp.AskAsync<int>(app.Superuser, Things);
        var account = await app.InDatabaseAsync("da-nang", db => db.Set<Account>().Select(account => account.Id).FirstAsync());
        var provider = await TestApp.AskAsync<Guid>(app.Superuser, "SELECT id FROM sign_in_provider WHERE client_id = 'dx'");
        var card = await TestApp.AskAsync<string>(app.Superuser, "SELECT code FROM scorecard_code WHERE year = 2024 LIMIT 1");
        var target = await TestApp.AskAsync<string>(
            app.Superuser, "SELECT indicator FROM printed_figure WHERE indicator IS NOT NULL LIMIT 1");
        var attached = (await TestApp.ListAsync(app.Superuser, "SELECT year || ' ' || id FROM attachment WHERE year > 2026"))
            .Select(line => line.Split(' ')).ToLookup(pair => pair[0], pair => pair[1], StringComparer.Ordinal);

        return new([
            .. years.Select(year => Of(year, RunningEdition.Agency, RunningEdition.Agency, "small", "A", "A.1", "files-received")),
            Of(2024, "q-hai-chau", "q-hai-chau", "districts", "1", "1.1", "files-received"),
            Of(2025, RunningEdition.Agency, RunningEdition.Agency, "wards", "online-services", "1.1", "files-received"),
            Of(2023, "q-hai-chau", "x-hoa-phong", "wards", "1", "1.1", "files-received"),
        ]);

        Place Of(int year, string agency, string code, string group, string component, string criterion, string figure)
        {
            var asked = year.ToString(CultureInfo.InvariantCulture);
            return new(new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["year"] = asked,
                ["agency"] = agency,
                ["code"] = code,
                ["group"] = group,
                ["component"] = component,
                ["criterion"] = criterion,
                ["figure"] = figure,
                ["number"] = "1",
                ["id"] = account.ToString(),
                ["provider"] = provider.ToString(),
                ["piece"] = piece.ToString(),
                ["attachment"] = attached[asked].FirstOrDefault() ?? account.ToString(),
                ["card"] = card ?? "",
                ["target"] = target ?? "",
                ["file"] = "standings.csv",
                ["kind"] = "merge",
                ["doubt"] = "figure:files-received",
                ["status"] = "404",
                ["documentName"] = "v1",
            });
        }
    }

    public Place Any => all[0];

    /// <summary>Where an address opens for this person; null where it does nowhere. What opened for one is tried for others.</summary>
    /// <param name="look">At every answer on the way.</param>
    public async Task<Place?> OpenedAsync(
        Visitor visitor, Endpoints endpoint, string method, Action<HttpResponseMessage>? look = null)
    {
        var key = $"{endpoint.Pattern} {method}";
        foreach (var place in _found.TryGetValue(key, out var found) ? [found] : all)
        {
            using var answer = await visitor.Http.GetAsync(new Uri(place.Address(endpoint, method), UriKind.Relative));
            ((int)answer.StatusCode).ShouldBeLessThan(500, key);
            look?.Invoke(answer);
            if (answer.StatusCode != HttpStatusCode.OK)
                continue;
            _found[key] = place;
            return place;
        }
        return null;
    }

    /// <summary>Where the address opened, or else the first.</summary>
    public Place For(Endpoints endpoint) => _found.GetValueOrDefault($"{endpoint.Pattern} GET") ?? Any;
}
