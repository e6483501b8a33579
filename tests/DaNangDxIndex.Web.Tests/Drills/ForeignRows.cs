using DaNangDxIndex.Harness;

namespace DaNangDxIndex.Drills;

/// <summary>What another tenant has, to be asked for and to be compared before and after.</summary>
internal static class ForeignRows
{
    /// <summary>One of each kind, past the rules of how they come about.</summary>
    private const string Things = """
        SET session_replication_role = replica;
        INSERT INTO account_session (tenant_id, id, account_id, began_at, last_seen_at)
            SELECT tenant_id, gen_random_uuid(), id, now(), now() FROM account WHERE user_name LIKE '%@khanh-hoa.demo' LIMIT 1;
        INSERT INTO access_token (tenant_id, id, account_id, name, scope, hash, created_at, expires_at)
            SELECT tenant_id, gen_random_uuid(), id, 'khóa', 'read', sha256('khóa'), now(), now() + interval '1 day'
            FROM account WHERE user_name LIKE '%@khanh-hoa.demo' LIMIT 1;
        INSERT INTO kept_upload (tenant_id, id, purpose, account_id, file_name, content, at)
            SELECT tenant_id, gen_random_uuid(), 'agencies', id, 'kh.xlsx', 'x', now()
            FROM account WHERE user_name LIKE '%@khanh-hoa.demo' LIMIT 1;
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
        INSERT INTO appointment (tenant_id, id, account_id, role, asked_by, asked_at)
            SELECT tenant_id, gen_random_uuid(), id, 'signatory', gen_random_uuid(), now()
            FROM account WHERE user_name = 'office@khanh-hoa.demo';
        UPDATE account SET reset_hash = sha256(id::text::bytea), reset_expires_at = now() + interval '1 day',
                reset_asked_by = gen_random_uuid() WHERE user_name LIKE '%@khanh-hoa.demo';
        INSERT INTO notice (tenant_id, id, account_id, kind, key, path, sentence_vi, sentence_en, at)
            SELECT tenant_id, gen_random_uuid(), id, 'opened', 'x', '/work', '@khanh-hoa.demo', '@khanh-hoa.demo', now()
            FROM account WHERE user_name LIKE '%@khanh-hoa.demo' LIMIT 1;
        INSERT INTO attachment (tenant_id, id, year, agency, criterion, piece, attached_by, attached_at)
            SELECT tenant_id, gen_random_uuid(), 2025, agency, '1.1', id, added_by, now() FROM piece
            WHERE tenant_id = (SELECT id FROM tenant WHERE slug = 'khanh-hoa') LIMIT 1;
        INSERT INTO signed_paper (tenant_id, id, year, agency, kind, piece, revision, digest, kept_by, kept_at)
            SELECT tenant_id, gen_random_uuid(), 2025, agency, 'minutes', id, 1, repeat('0', 64), added_by, now() FROM piece
            WHERE tenant_id = (SELECT id FROM tenant WHERE slug = 'khanh-hoa') LIMIT 1;
        INSERT INTO figure_load (tenant_id, id, year, file_name, content, digest, rows, changed, loaded_by, loaded_at)
            SELECT tenant_id, gen_random_uuid(), 2025, 'kh.csv', '@khanh-hoa.demo', repeat('0', 64), 1, 1, id, now()
            FROM account WHERE user_name LIKE '%@khanh-hoa.demo' LIMIT 1;
        INSERT INTO account_door (tenant_id, account_id, id, stamp, used_at)
            SELECT tenant_id, id, gen_random_uuid(), 'x', now() FROM account WHERE user_name LIKE '%@khanh-hoa.demo' LIMIT 1;
        SET session_replication_role = origin;
        """;

    /// <summary>One thing of each kind that has an id, of Khanh Hoa's.</summary>
    /// <returns>Their ids, one of each table that has them.</returns>
    public static async Task<List<string>> AddAsync(TestApp app)
    {
        await TestApp.AskAsync<int>(app.Superuser, Things);
        var ids = new List<string>();
        foreach (var table in await TestApp.ListAsync(app.Superuser, """
            SELECT table_name FROM information_schema.columns
            WHERE table_schema = 'public' AND column_name = 'id' AND data_type = 'uuid' AND table_name <> 'tenant'
            """))
        {
            var found = await TestApp.ListAsync(app.Superuser,
                $"SELECT id::text FROM \"{table}\" WHERE tenant_id = (SELECT id FROM tenant WHERE slug = 'khanh-hoa') ORDER BY id LIMIT 1");
            found.Count.ShouldBe(1, $"khanh-hoa has no {table}");
            ids.AddRange(found);
        }
        ids.Count.ShouldBeGreaterThanOrEqualTo(14);
        return ids;
    }

    /// <summary>Of every row of that tenant's.</summary>
    public static async Task<string> DigestAsync(TestApp app, string tenant)
    {
        var digests = new List<string>();
        foreach (var table in await TestApp.ListAsync(app.Superuser, """
            SELECT DISTINCT table_name FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
            WHERE table_schema = 'public' AND column_name = 'tenant_id' AND table_type = 'BASE TABLE' ORDER BY 1
            """))
        {
            digests.Add(table + await TestApp.AskAsync<string>(app.Superuser, $"""
                SELECT md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), '')) FROM "{table}" t
                WHERE tenant_id = (SELECT id FROM tenant WHERE slug = '{tenant}')
                """));
        }
        return string.Join('\n', digests);
    }
}
