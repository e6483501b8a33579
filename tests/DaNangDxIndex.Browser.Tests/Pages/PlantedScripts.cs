using DaNangDxIndex.Harness;
using Npgsql;

namespace DaNangDxIndex.Pages;

/// <summary>
/// A whole script in every text of the database that takes one: behind what stands there, or behind its beginning where a rule bounds the
/// length, or alone; a shorter one where not even that fits. Nothing is cut off from the script itself.
/// </summary>
internal static class PlantedScripts
{
    private const string Long = "\"><img src=nowhere onerror=\"window.planted=1\"><script>window.planted=1</script>'{{7*7}}";

    private const string Short = "\"><script>window.planted=1</script>";

    /// <summary>How it looks in the source of a page that shows it as text.</summary>
    public const string AsText = "&lt;script&gt;window.planted=1&lt;/script&gt;";

    /// <summary>What takes a script and gets none, and why.</summary>
    private static readonly Dictionary<string, string> Left = new(StringComparer.Ordinal)
    {
        ["account"] = "user_name|normalized_user_name|password_hash|security_stamp|concurrency_stamp: nobody would come in any more",
        ["data_protection_key"] = "name|xml: nobody would be known any more",
        ["account_door"] = "stamp: by it a browser is known",
        ["second_factor"] = "secret: sealed, shown nowhere",
        ["sign_in_provider"] = "issuer|secret: an address that the door has looked at; sealed, shown nowhere",
        ["publication"] = "audit_head|canonical|findings|outline: what was published is proved by its digest",
        ["approval"] = "content: what somebody signed, proved by its digest",
        ["acknowledgement"] = "kind: a word of the program's",
        ["edition"] = "provenance: a word of the program's",
        ["notice"] = "key|path: what a sentence is about and where it leads, written by the program",
        ["agency"] = "parent: by this code a row of another table is found",
        ["agency_before"] = "group|kind|parent: as above",
        ["attachment"] = "criterion: as above",
        ["assignment"] = "criterion: as above",
        ["clarification"] = "about|doubt: as above",
        ["commitment"] = "criterion: as above",
        ["edition_group"] = "population: as above",
        ["figure_entry"] = "figure: as above",
        ["form_part"] = "component: as above",
        ["imported_standing"] = "tier: as above",
        ["imported_tier"] = "code: as above",
        ["imported_tier_count"] = "tier: as above",
        ["message"] = "criterion: as above",
        ["not_applicable_request"] = "criterion: as above",
        ["printed_figure"] = "figure|over: as above",
        ["reason_without_evidence"] = "criterion: as above",
        ["reopening"] = "criterion: as above",
        ["review_request"] = "criterion: as above",
        ["verdict"] = "criterion: as above",
    };

    /// <summary>
    /// Where the middle of the year has no row; their keys lead somewhere. And the names and notes of the criteria, which no update may
    /// touch once an edition is open.
    /// </summary>
    private const string Rows = """
        SET session_replication_role = replica;
        CREATE TEMP TABLE mine AS SELECT tenant.id AS tenant, account.id AS me, now() AS now
            FROM tenant JOIN account ON tenant_id = tenant.id WHERE user_name = 'assessor@da-nang.demo';
        INSERT INTO message (tenant_id, year, agency, criterion, number, from_agency, text, written_by, written_at)
            SELECT tenant, 2025, 'w25-hai-chau', '1.1', n, n = 2, $1, me, now FROM mine, generate_series(1, 2) n;
        INSERT INTO notice (tenant_id, id, account_id, kind, key, path, sentence_vi, sentence_en, at)
            SELECT tenant, gen_random_uuid(), me, 'opened', 'planted', '/work', $1, $1, now FROM mine;
        INSERT INTO reminder (tenant_id, year, agency, day, sentence, sent_by, sent_at)
            SELECT tenant, 2025, 'w25-hai-chau', now::date, $1, me, now FROM mine ON CONFLICT DO NOTHING;
        INSERT INTO reason_without_evidence (tenant_id, year, agency, criterion, sentence, given_by, given_at)
            SELECT tenant, 2025, 'w25-hai-chau', '5.2', $1, me, now FROM mine ON CONFLICT DO NOTHING;
        INSERT INTO not_applicable_request (tenant_id, year, agency, criterion, reason, requested_by, requested_at)
            SELECT tenant, 2025, 'w25-hai-chau', '5.2', $1, me, now FROM mine ON CONFLICT DO NOTHING;
        INSERT INTO commitment (tenant_id, year, agency, number, criterion, sentence, person, due, state, made_by, made_at, version)
            SELECT tenant, 2024, 'q-hoa-vang', 1, '1.1', $1, $1, now + interval '90 days', 'open', me, now, 1 FROM mine;
        INSERT INTO review_request (tenant_id, year, number, agency, version, criterion, sentence, filed_by, filed_at)
            SELECT tenant, 2024, 1, 'q-hoa-vang', 1, '1.1', $1, me, now FROM mine;
        INSERT INTO correction_draft (tenant_id, year, basis, cause, found_by, begun_by, begun_at)
            SELECT tenant, 2024, 1, $1, 'office', me, now FROM mine;
        INSERT INTO sign_in_provider (tenant_id, id, issuer, client_id, name_vi, name_en, place, active)
            SELECT tenant, gen_random_uuid(), 'https://sso.danang.example', $1, $2, $2, 1, true FROM mine;
        UPDATE edition_group SET criteria_file = replace(criteria_file, '"vi": "', '"vi": "<script>window.planted=1</script> ')
            WHERE year >= 2025 AND tenant_id = (SELECT tenant FROM mine);
        SET session_replication_role = origin;
        """;

    private const string Plant = """
        CREATE FUNCTION plant(long text, short text, left_out text[]) RETURNS TABLE (place text, outcome text) LANGUAGE plpgsql AS $$
        DECLARE at record; rule text; stands boolean; script text; kept integer;
        BEGIN
            FOR at IN SELECT relname, attname FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid
                WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND attnum > 0 AND NOT attisdropped
                    AND atttypid = 'text'::regtype AND attgenerated = '' ORDER BY relname COLLATE "C", attname COLLATE "C"
            LOOP
                place := at.relname || '.' || at.attname;
                CONTINUE WHEN place = ANY (left_out);
                EXECUTE format('SELECT bool_or(%I IS NOT NULL) FROM %I', at.attname, at.relname) INTO stands;
                outcome := 'has no row';
                <<tries>> FOREACH script IN ARRAY CASE WHEN stands IS NULL THEN '{}' ELSE ARRAY[long, short] END LOOP
                    FOREACH kept IN ARRAY ARRAY[2147483647, 40, 0] LOOP
                        BEGIN
                            EXECUTE format('UPDATE %I SET %2$I = left(coalesce(%2$I, ''''), $1) || $2 WHERE %2$I IS NOT NULL OR NOT $3',
                                at.relname, at.attname) USING kept, script, stands;
                            outcome := 'planted';
                            EXIT tries;
                        EXCEPTION WHEN integrity_constraint_violation OR insufficient_privilege THEN
                            GET STACKED DIAGNOSTICS rule = CONSTRAINT_NAME;
                            outcome := coalesce(nullif(rule, ''), SQLERRM);
                        END;
                    END LOOP;
                END LOOP;
                RETURN NEXT;
            END LOOP;
        END $$
        """;

    /// <returns>Where it stands, and lines of "table.column why" for all others.</returns>
    public static async Task<(List<string> Planted, List<string> Not)> AddAsync(Product product)
    {
        await using var database = new NpgsqlConnection(product.Superuser);
        await database.OpenAsync();
        foreach (var statement in Rows.Split(";\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            await RunAsync(database, statement.Replace("$1", Literal(Long)).Replace("$2", Literal(Short)));
        await RunAsync(database, Plant);
        var left = Left.SelectMany(table => table.Value.Split(':')[0].Split('|').Select(column => (
            Place: $"{table.Key}.{column}", Why: table.Value.Split(": ")[1]))).ToList();
        await using var plant = new NpgsqlCommand("SELECT place, outcome FROM plant($1, $2, $3)", database);
        plant.Parameters.Add(new() { Value = Long });
        plant.Parameters.Add(new() { Value = Short });
        plant.Parameters.Add(new() { Value = left.Select(column => column.Place).ToArray() });
        var (planted, not) = (new List<string>(), left.Select(column => $"{column.Place} left: {column.Why}").ToList());
        await using var rows = await plant.ExecuteReaderAsync();
        while (await rows.ReadAsync())
        {
            if (rows.GetString(1) == "planted")
                planted.Add(rows.GetString(0));
            else
                not.Add($"{rows.GetString(0)} {rows.GetString(1)}");
        }
        return (planted, [.. not.Order(StringComparer.Ordinal)]);
    }

    private static string Literal(string text) => $"'{text.Replace("'", "''")}'";

    private static async Task RunAsync(NpgsqlConnection database, string sql)
    {
        await using var command = new NpgsqlCommand(sql, database);
        await command.ExecuteNonQueryAsync();
    }
}
