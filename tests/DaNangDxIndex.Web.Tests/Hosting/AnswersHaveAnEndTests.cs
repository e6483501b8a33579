using System.Text.Json.Nodes;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Evidence;
using DaNangDxIndex.Harness;

namespace DaNangDxIndex.Hosting;

/// <summary>No answer grows for as long as the program is used: each list is paged or has a bound that is named, and stays in it.</summary>
public sealed class AnswersHaveAnEndTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Agency = "w25-hai-chau";

    private static readonly JsonNode Described = JsonNode.Parse(
        File.ReadAllText(Path.Combine(Repository.Root, "docs", "openapi.json"))).ShouldNotBeNull();

    [Fact]
    public void Every_list_that_the_api_answers_with_is_paged_or_its_bound_is_named()
    {
        var lists = Answers().SelectMany(answer => answer.Type == "application/json" ? ListsOf(answer.Schema) : [])
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();

        lists.ShouldBe(ListsInAnswers.Bounds.Keys.Order(StringComparer.Ordinal));
        foreach (var (list, _) in ListsInAnswers.Bounds.Where(bound => bound.Value == ListsInAnswers.Paged))
            Schema(list.Split(' ')[0])["properties"].ShouldNotBeNull().AsObject().ContainsKey("next").ShouldBeTrue(list);
    }

    [Fact]
    public void Every_kind_of_file_that_the_api_answers_with_has_its_bound_named() =>
        Answers().Select(answer => answer.Type).Where(type => type is not ("application/json" or "text/json" or "text/plain"))
            .Distinct(StringComparer.Ordinal).Where(type => !type.EndsWith("json", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).ShouldBe(ListsInAnswers.Files.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public async Task A_folder_holds_two_thousand_pieces_and_comes_whole_in_a_megabyte()
    {
        await TestApp.AskAsync<int>(app.Superuser, $"""
            SET session_replication_role = replica;
            SELECT set_config('app.tenant_id', (SELECT id::text FROM tenant WHERE slug = 'da-nang'), false);
            CREATE TEMP TABLE kept AS SELECT gen_random_uuid() AS id
                FROM generate_series(1, {FolderRules.MostPieces} - (SELECT count(*) FROM piece WHERE agency = '{Agency}'));
            INSERT INTO piece (id, agency, kind, added_by, added_at) SELECT id, '{Agency}', 'document', gen_random_uuid(), now() FROM kept;
            INSERT INTO piece_revision (piece, number, title, document_number, document_date, document_issuer, added_by, added_at)
                SELECT id, 1, 'Kế hoạch chuyển đổi số của phường', '12/KH-UBND', now(), 'UBND phường Hải Châu', gen_random_uuid(), now()
                FROM kept
            """);
        var assessor = await app.SignedInAsync(Role.Assessor);

        var answer = await (await assessor.GetApiAsync($"agencies/{Agency}/evidence")).Content.ReadAsByteArrayAsync();

        JsonNode.Parse(answer).ShouldNotBeNull().AsArray().Count.ShouldBe(FolderRules.MostPieces);
        answer.Length.ShouldBeLessThan(1 << 20);
        using var more = await assessor.PostAsync($"/evidence/{Agency}/new?handler=Document", new()
        {
            ["Number"] = "13/KH-UBND", ["Date"] = "15/01/2026", ["Issuer"] = "UBND phường", ["DocumentTitle"] = "Một nữa",
        });
        (await Visitor.ReadAsync(more)).Body.ShouldNotBeNull().TextContent.ShouldContain($"đã có {FolderRules.MostPieces} tài liệu");
        (await TestApp.AskAsync<long>(app.Superuser, $"SELECT count(*) FROM piece WHERE agency = '{Agency}'"))
            .ShouldBe(FolderRules.MostPieces);
    }

    /// <summary>Pages of what people leave behind by working, with more of it than one page shows.</summary>
    [Fact]
    public async Task Pages_of_what_grows_by_the_day_show_so_much_at_once()
    {
        await TestApp.AskAsync<int>(app.Superuser, """
            SET session_replication_role = replica;
            SELECT set_config('app.tenant_id', (SELECT id::text FROM tenant WHERE slug = 'da-nang'), false);
            CREATE TEMP TABLE who AS SELECT id FROM account WHERE user_name = 'administrator@da-nang.demo';
            INSERT INTO account_session (id, account_id, began_at, last_seen_at)
                SELECT gen_random_uuid(), id, now(), now() FROM who CROSS JOIN generate_series(1, 300);
            INSERT INTO notice (id, account_id, kind, key, path, sentence_vi, sentence_en, at)
                SELECT gen_random_uuid(), id, 'opened', format('opened/%s', number), '/work', 'Đã mở', 'Opened', now()
                FROM who CROSS JOIN generate_series(1, 500) AS number;
            INSERT INTO letter (id, account_id, address, language, subject, body, written_at, state, next_at)
                SELECT gen_random_uuid(), id, 'a@example.org', 'vi', 'Thông báo', 'Thư', now(), 'givenUp', now()
                FROM who CROSS JOIN generate_series(1, 500);
            INSERT INTO account SELECT (jsonb_populate_record(account, jsonb_build_object('id', gen_random_uuid(), 'mail', null,
                'user_name', format('many-%s', number), 'normalized_user_name', format('MANY-%s', number)))).*
                FROM account CROSS JOIN generate_series(1, 500) AS number WHERE user_name = 'assessor@da-nang.demo';
            """);
        var administrator = await app.SignedInAsync(Role.Administrator);
        await RowsAsync(administrator, "/accounts/sessions", Accounts.Sessions.IndexModel.Shown);
        await RowsAsync(administrator, "/accounts", Accounts.IndexModel.PageSize);
        await RowsAsync(administrator, "/audit", 100);
        await RowsAsync(await app.SignedInAsync(Role.Office), "/notices/letters", Notices.LettersModel.Shown);
        (await administrator.OpenAsync("/notices")).QuerySelectorAll("main a[href*='/work']").Length.ShouldBeLessThanOrEqualTo(101);

        // Nobody is lost between one page of accounts and the next.
        var seen = new List<string>();
        for (var next = "/accounts"; next is not null;)
        {
            var page = await administrator.OpenAsync(next);
            seen.AddRange(page.QuerySelectorAll("main table.people tbody th").Select(cell => cell.TextContent.Trim()));
            next = page.QuerySelector("nav.pagination a[rel=next]")?.GetAttribute("href");
        }
        seen.Distinct().Count().ShouldBe(seen.Count);
        seen.Count(name => name.StartsWith("many-", StringComparison.Ordinal)).ShouldBe(500);
    }

    private static async Task RowsAsync(Visitor person, string path, int most) =>
        (await person.OpenAsync(path)).QuerySelectorAll("main tbody tr").Length.ShouldBeLessThanOrEqualTo(most, path);

    private static IEnumerable<(string Type, JsonNode Schema)> Answers() =>
        from path in Described["paths"].ShouldNotBeNull().AsObject()
        from operation in path.Value.ShouldNotBeNull().AsObject()
        where operation.Key != "parameters"
        from answer in operation.Value.ShouldNotBeNull()["responses"].ShouldNotBeNull().AsObject()
        where answer.Key.StartsWith('2')
        from content in (answer.Value?["content"] ?? new JsonObject()).AsObject()
        select (content.Key, content.Value?["schema"] ?? new JsonObject());

    private static JsonNode Schema(string name) =>
        Described["components"].ShouldNotBeNull()["schemas"].ShouldNotBeNull()[name].ShouldNotBeNull();

    /// <summary>"VersionsAnswer items[].changes": each list in it, by the way there.</summary>
    private static IEnumerable<string> ListsOf(JsonNode answer)
    {
        var name = NameOf(answer) ?? NameOf(answer["items"]) ?? "";
        return Below(answer, "", []).Select(list => $"{name} {list}");

        static IEnumerable<string> Below(JsonNode? part, string way, string[] above)
        {
            if (NameOf(part) is { } named)
            {
                if (above.Contains(named, StringComparer.Ordinal))
                    return [];
                (above, part) = ([.. above, named], Schema(named));
            }
            if (part is not JsonObject told)
                return [];
            var found = new[] { "oneOf", "anyOf", "allOf" }.SelectMany(key => told[key] as JsonArray ?? [])
                .SelectMany(other => Below(other, way, above));
            if (told["type"]?.ToJsonString().Contains("array", StringComparison.Ordinal) is true)
                found = [.. found, way, .. Below(told["items"], $"{way}[]", above)];
            if (told["additionalProperties"] is JsonObject others)
                found = [.. found, $"{way}{{}}", .. Below(others, $"{way}{{}}", above)];
            return found.Concat((told["properties"] as JsonObject ?? []).SelectMany(
                property => Below(property.Value, way.Length == 0 ? property.Key : $"{way}.{property.Key}", above)));
        }
    }

    private static string? NameOf(JsonNode? part) => part is JsonObject told && told["$ref"]?.ToString() is { } where
        ? where[(where.LastIndexOf('/') + 1)..] : null;
}
