using DaNangDxIndex.Harness;

namespace DaNangDxIndex.Database;

/// <summary>
/// Twenty years of 300 agencies that nobody opens, so that tables are as large to the planner as they become: of few rows it reads all,
/// whatever index there is.
/// </summary>
internal static class ManyYears
{
    private const string Rows = """
        SET session_replication_role = replica;
        SELECT set_config('app.tenant_id', (SELECT id::text FROM tenant WHERE slug = 'da-nang'), false);
        CREATE TEMP TABLE took AS SELECT year, format('old-%s', number) AS agency
            FROM generate_series(1981, 2000) AS year CROSS JOIN generate_series(1, 300) AS number;
        INSERT INTO assessment (year, agency, "group", ranked, state) SELECT year, agency, 'wards', true, 'final' FROM took;
        INSERT INTO figure_entry (year, agency, figure, declared, declared_at, provenance)
            SELECT year, agency, format('figure-%s', number), '1', now(), 'agency' FROM took CROSS JOIN generate_series(1, 10) AS number;
        INSERT INTO heard_figure (year, agency, figure, declared, declared_at, version, provenance)
            SELECT year, agency, figure, declared, declared_at, version, provenance FROM figure_entry WHERE year <= 2000;
        INSERT INTO verdict (year, agency, criterion, round, decision, reason, sentence, decided_by, decided_at)
            SELECT year, agency, format('%s.1', number), 1, CASE WHEN number < 5 THEN 'accept' ELSE 'notApplicable' END,
                CASE WHEN number >= 5 THEN 'nothingDue' END, CASE WHEN number >= 5 THEN 'Không phát sinh' END, gen_random_uuid(), now()
            FROM took CROSS JOIN generate_series(1, 10) AS number;
        INSERT INTO stored_file (digest, size, type, scan, stored_at)
            SELECT encode(sha256(format('%s', number)::bytea), 'hex'), 1, 'pdf', 'unscanned', now() FROM generate_series(1, 6000) AS number;
        CREATE TEMP TABLE kept AS SELECT gen_random_uuid() AS id, year, agency, row_number() OVER () AS number FROM took;
        INSERT INTO piece (id, agency, kind, added_by, added_at) SELECT id, agency, 'file', gen_random_uuid(), now() FROM kept;
        INSERT INTO piece_revision (piece, number, title, file_digest, file_name, added_by, added_at)
            SELECT id, revision, 'Báo cáo', encode(sha256(format('%s', number)::bytea), 'hex'), 'a.pdf', gen_random_uuid(), now()
            FROM kept CROSS JOIN generate_series(1, 2) AS revision;
        INSERT INTO attachment (id, year, agency, criterion, piece, attached_by, attached_at)
            SELECT gen_random_uuid(), year, agency, '1.1', id, gen_random_uuid(), now() FROM kept;
        INSERT INTO clarification (year, agency, doubt, about, sentence, written_by, written_at)
            SELECT year, agency, format('doubt-%s', number), '1', 'Số liệu đúng', gen_random_uuid(), now()
            FROM took CROSS JOIN generate_series(1, 3) AS number;
        INSERT INTO message (year, agency, criterion, number, from_agency, text, written_by, written_at)
            SELECT year, agency, '1.1', number, number % 2 = 0, 'Đề nghị giải trình', gen_random_uuid(), now()
            FROM took CROSS JOIN generate_series(1, 4) AS number;
        INSERT INTO approval (year, agency, act, content, digest, given_by, given_at)
            SELECT year, agency, act, '1', encode(sha256(''), 'hex'), gen_random_uuid(), now() FROM took
            CROSS JOIN unnest(ARRAY['askedForApproval', 'submitted', 'closedRoundOne', 'closedRoundTwo']) AS act;
        CREATE TEMP TABLE people AS SELECT gen_random_uuid() AS id FROM generate_series(1, 600);
        -- Ten who enter and approve for an agency in turn, of whom all but three have left.
        INSERT INTO account SELECT (jsonb_populate_record(account, jsonb_build_object('id', gen_random_uuid(), 'mail', null,
            'user_name', format('old-%s-%s', place, number), 'normalized_user_name', format('OLD-%s-%s', place, number),
            'agency_code', format('old-%s', place), 'disabled', number > 3))).*
            FROM account CROSS JOIN generate_series(1, 300) AS place CROSS JOIN generate_series(1, 10) AS number
            WHERE user_name = 'assessor@da-nang.demo';
        INSERT INTO account_door (account_id, id, stamp, used_at)
            SELECT id, gen_random_uuid(), '1', now() FROM account CROSS JOIN generate_series(1, 3);
        INSERT INTO kept_request (account_id, key, route, digest, owner, begun_at, done)
            SELECT id, format('key-%s', number), '/', sha256(''), gen_random_uuid(), now(), true
            FROM account CROSS JOIN generate_series(1, 10) AS number WHERE user_name LIKE 'old-%';
        INSERT INTO audit_entry (number, at, account_id, account_name, verb, subject, hash)
            SELECT (SELECT max(number) FROM audit_entry) + number, now(), gen_random_uuid(), 'Người nhập', 'figure.declare',
                format('editions/%s/agencies/old-%s/figures/a', 1981 + number % 20, number % 300), sha256('')
            FROM generate_series(1, 60000) AS number;
        INSERT INTO audit_origin (number, ip, at) SELECT number, '192.0.2.1', now() FROM audit_entry ORDER BY number DESC LIMIT 20000;
        UPDATE audit_head SET number = (SELECT max(number) FROM audit_entry);
        INSERT INTO letter (id, account_id, address, language, subject, body, written_at, state, next_at, sent_at)
            SELECT gen_random_uuid(), id, 'a@example.org', 'vi', 'Thông báo', 'Thư', now() - number * interval '20 days', 'sent', now(), now()
            FROM people CROSS JOIN generate_series(1, 50) AS number;
        INSERT INTO notice (id, account_id, kind, key, path, sentence_vi, sentence_en, at, read_at)
            SELECT gen_random_uuid(), id, 'opened', format('opened/%s', number), '/work', 'Đã mở', 'Opened', now(),
                CASE WHEN number % 10 > 0 THEN now() END
            FROM people CROSS JOIN generate_series(1, 100) AS number;
        INSERT INTO account_session (id, account_id, began_at, last_seen_at, ended_at)
            SELECT gen_random_uuid(), id, now(), now(), CASE WHEN number > 1 THEN now() END
            FROM people CROSS JOIN generate_series(1, 50) AS number;
        SET session_replication_role = origin;
        ANALYZE
        """;

    public static Task AddAsync(TestApp app) => TestApp.AskAsync<int>(app.Superuser, Rows);
}
