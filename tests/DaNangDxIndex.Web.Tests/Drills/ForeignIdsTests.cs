using System.Net;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Harness;
using DaNangDxIndex.Hosting;
using Xunit.Abstractions;

namespace DaNangDxIndex.Drills;

/// <summary>
/// Every address that takes an id is asked, by every role of Da Nang's that gets in there, for each kind of thing that belongs to Khanh
/// Hoa; lists are sent by <see cref="ListsInRequestsTests"/>. Nothing of the other is shown, and not one of its rows changes.
/// </summary>
public sealed class ForeignIdsTests(TestApp app, ITestOutputHelper output) : IClassFixture<TestApp>
{
    private const string Other = "khanh-hoa";

    /// <summary>They would end the session that asks.</summary>
    private static readonly string[] Left = ["/accounts/sign-out", "/accounts/sign-in"];

    [Fact]
    public async Task No_address_shows_or_changes_what_another_tenants_id_names()
    {
        var ids = await ForeignAsync();
        var before = await ForeignRows.DigestAsync(app, Other);
        var (asked, reached) = (0, new List<string>());
        var admitted = RolesTable.Admitted();
        foreach (var (role, person, token) in await PeopleAsync())
        {
            foreach (var endpoint in (await Endpoints.OfAsync(app)).Where(TakesAnId))
            {
                // Whoever the door lets in; the auditor stands for all who stay outside.
                foreach (var method in endpoint.Methods.Where(
                    method => role == Role.Auditor || admitted[(endpoint.Pattern, method)].Contains(role)))
                {
                    foreach (var id in ids)
                    {
                        using var request = Request(endpoint.Pattern, method, id, token);
                        using var answer = await person.Http.SendAsync(request);
                        asked++;
                        ((int)answer.StatusCode).ShouldBeLessThan(500, RandomRequest.Told(request));
                        var said = await answer.Content.ReadAsStringAsync();
                        if (said.Contains("@khanh-hoa.demo", StringComparison.Ordinal) || answer.StatusCode == HttpStatusCode.OK)
                            reached.Add($"{method} {endpoint.Pattern}");
                    }
                }
            }
        }
        output.WriteLine($"{asked} requests with {ids.Count} ids of {Other}");
        asked.ShouldBeGreaterThan(500);
        // Pages that answer to any id with a form of the own account, or with the same sentence to everybody.
        reached.Distinct(StringComparer.Ordinal).Except(SameToEverybody, StringComparer.Ordinal).ShouldBeEmpty();
        (await ForeignRows.DigestAsync(app, Other)).ShouldBe(before, "a row of the other tenant's has changed");
    }

    private static readonly string[] SameToEverybody = [];

    /// <summary>One of each kind, past the rules of how they come about.</summary>
    private const string Things = """
        SET session_replication_role = replica;
        INSERT INTO account_session (tenant_id, id, account_id, began_at, last_seen_at)
            SELECT tenant_id, gen_random_uuid(), id, now(), now() FROM account WHERE user_name LIKE '%@khanh-hoa.demo' LIMIT 1;
        INSERT INTO access_token (tenant_id, id, account_id, name, scope, hash, created_at, expires_at)
            SELECT tenant_id, gen_random_uuid(), id, 'khóa', 'read', sha256('khóa'), now(), now() + interval '1 day'
            FROM account WHERE user_name LIKE '%@khanh-hoa.demo' LIMIT 1;
        INSERT INTO kept_upload (tenant_id, id, purpose, account_id, file_name, content, at)
            SELECT tenant_id, gen_random_uuid(), 'agencies', id, 'kh.xlsx', 'x', now() FROM account WHERE user_name LIKE '%@khanh-hoa.demo' LIMIT 1;
        INSERT INTO sign_in_provider (tenant_id, id, issuer, client_id, name_vi, name_en, place, active)
            SELECT id, gen_random_uuid(), 'https://sso.khanhhoa.example', 'dx', '@khanh-hoa.demo', '@khanh-hoa.demo', 1, true
            FROM tenant WHERE slug = 'khanh-hoa';
        INSERT INTO proposal (tenant_id, id, kind, subject, content, sentence_vi, sentence_en, asked_by, asked_at, expires_at)
            SELECT tenant_id, gen_random_uuid(), 'withdrawal', 'editions/2024', 'x', '@khanh-hoa.demo', '@khanh-hoa.demo', id, now(),
                now() + interval '3 days' FROM account WHERE user_name LIKE '%@khanh-hoa.demo' LIMIT 1;
        INSERT INTO piece (tenant_id, id, agency, kind, added_by, added_at)
            SELECT tenant_id, gen_random_uuid(), 'w25-hai-chau', 'document', id, now()
            FROM account WHERE user_name LIKE '%@khanh-hoa.demo' LIMIT 1;
        INSERT INTO piece_revision (tenant_id, piece, number, title, document_number, document_date, document_issuer, added_by, added_at)
            SELECT tenant_id, id, 1, '@khanh-hoa.demo', '1/QĐ', now(), 'Sở', added_by, now() FROM piece WHERE kind = 'document'
                AND tenant_id = (SELECT id FROM tenant WHERE slug = 'khanh-hoa');
        INSERT INTO letter (tenant_id, id, account_id, address, language, subject, body, written_at, state, next_at)
            SELECT tenant_id, gen_random_uuid(), id, 'x@example.org', 'vi', 'thư', 'thư', now(), 'givenUp', now()
            FROM account WHERE user_name LIKE '%@khanh-hoa.demo' LIMIT 1;
        SET session_replication_role = origin;
        """;

    private static bool TakesAnId(Endpoints endpoint) => endpoint.Pattern.Contains(":guid", StringComparison.Ordinal)
        && !Left.Any(left => endpoint.Pattern.StartsWith(left, StringComparison.Ordinal));

    private static HttpRequestMessage Request(string pattern, string method, string id, string token)
    {
        var words = method.Split(' ');
        var isApi = pattern.StartsWith("/api/", StringComparison.Ordinal);
        var path = Endpoints.Filled(pattern, (name, part) => part.Contains(":guid", StringComparison.Ordinal) ? id : name switch
        {
            "year" => "2025",
            "agency" or "code" => "w25-hai-chau",
            _ => "1",
        });
        var handler = words.Length > 1 ? $"?handler={words[1]}" : "";
        var request = new HttpRequestMessage(new(words[0]), new Uri($"/da-nang{(isApi ? "" : "/vi")}{path}{handler}", UriKind.Relative));
        request.Headers.Add("RequestVerificationToken", token);
        if (words[0] == "GET")
            return request;
        request.Headers.TryAddWithoutValidation("If-Match", "\"0\"");
        request.Content = isApi
            ? new StringContent($$"""{"id":"{{id}}","piece":"{{id}}","account":"{{id}}"}""", System.Text.Encoding.UTF8, "application/json")
            : new FormUrlEncodedContent([new("id", id), new("account", id), new("piece", id), new("proposal", id), new("appointment", id),
                new("session", id), new("provider", id), new("token", id), new("confirmed", "true")]);
        return request;
    }

    private async Task<List<(Role Role, Visitor Person, string Token)>> PeopleAsync()
    {
        var people = new List<(Role, Visitor, string)>();
        foreach (var role in Enum.GetValues<Role>())
        {
            var person = await app.SignedInAsync(role);
            people.Add((role, person, await person.TokenAsync("/accounts/password")));
        }
        return people;
    }

    /// <summary>One id of each table that has one, of the other tenant's.</summary>
    private async Task<List<string>> ForeignAsync()
    {
        await TestApp.AskAsync<int>(app.Superuser, Things);
        var ids = new List<string>();
        foreach (var table in await TestApp.ListAsync(app.Superuser, """
            SELECT table_name FROM information_schema.columns
            WHERE table_schema = 'public' AND column_name = 'id' AND data_type = 'uuid' AND table_name <> 'tenant'
            """))
        {
            ids.AddRange(await TestApp.ListAsync(app.Superuser,
                $"SELECT id::text FROM \"{table}\" WHERE tenant_id = (SELECT id FROM tenant WHERE slug = '{Other}') ORDER BY id LIMIT 1"));
        }
        ids.Count.ShouldBeGreaterThanOrEqualTo(8);
        return ids;
    }
}
