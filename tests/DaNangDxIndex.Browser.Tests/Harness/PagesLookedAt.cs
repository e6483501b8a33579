using DaNangDxIndex.Pages;
using Npgsql;

namespace DaNangDxIndex.Harness;

/// <summary>
/// The pages that a browser opens, and who is before them. <see cref="EveryPageTests"/> holds that every page of the product is among them,
/// or says what else looks at it.
/// </summary>
internal static class PagesLookedAt
{
    /// <summary>Before whom public pages stand.</summary>
    public const string Nobody = "public";

    public static readonly string[] Public =
    [
        "/", "/editions/2024?group=departments", "/editions/2024?group=wards&q=hoa&tier=1", "/editions/2023?group=wards", "/editions/2025",
        "/editions/2024/agencies/q-hoa-vang",
        "/editions/2024/agencies/dai-ptth", "/editions/2024/methodology?group=wards", "/accounts/sign-in", "/tour",
        "/api", "/verify", "/design",
    ];

    public static readonly (string Who, string[] Pages)[] SignedIn =
    [
        ("assessor", ["/work", "/assessments/2025/w25-hai-chau", "/assessments/2025/w25-hai-chau/components/online-services",
            "/assessments/2025/w25-hai-chau/components/awareness", "/assessments/2025/w25-hai-chau/check", "/accounts/password"]),
        ("approver", ["/work", "/assessments/2025/w25-hai-chau/check"]),
        ("appraiser", ["/work", "/appraisal/2025", "/appraisal/2024/q-hoa-vang", "/appraisal/2024/q-hoa-vang/round",
            "/appraisal/2024/groups/districts/criteria/1.1", "/appraisal/2024?by=criterion"]),
        ("office", ["/work", "/editions/2025/progress", "/editions/2025/progress/w25-hai-chau",
            "/editions/2025/figures", "/editions/2025/preview", "/editions/2025/findings"]),
        ("signatory", ["/work", "/editions/2025/findings", "/editions/2025/publish"]),
        ("administrator", ["/accounts", "/accounts/edit"]),
        ("auditor", ["/audit"]),
    ];

    /// <summary>
    /// What is opened seldom. "past" approves for an agency of a year that was published, and {piece} is what that agency once handed in;
    /// a letter to it came back; {account} is anybody (<see cref="AddThePastAsync"/>).
    /// </summary>
    public static readonly (string Who, string[] Pages)[] Seldom =
    [
        ("assessor", ["/assessments/2025/w25-hai-chau/by-file", "/assessments/2025/w25-hai-chau/papers",
            "/assessments/2025/w25-hai-chau/questions", "/assessments/2025/w25-hai-chau/criteria/5.2/evidence",
            "/assessments/2025/w25-hai-chau/criteria/5.2/history", "/evidence/w25-hai-chau", "/evidence/w25-hai-chau/new",
            "/accounts/passkeys", "/accounts/sign-out"]),
        ("past", ["/assessments/2024/q-hoa-vang/what-if", "/assessments/2024/q-hoa-vang/next-tier",
            "/assessments/2024/q-hoa-vang/commitments/0?criterion=1.1",
            "/assessments/2024/q-hoa-vang/result", "/assessments/2024/q-hoa-vang/review", "/assessments/2024/q-hoa-vang/questions/1.1",
            "/assessments/2024/q-hoa-vang/criteria/1.1/history", "/assessments/2024/q-hoa-vang/evidence/{piece}",
            "/evidence/q-hoa-vang/pieces/{piece}"]),
        ("leadAppraiser", ["/appraisal/2025/groups/wards/assign", "/appraisal/2025/second-reading",
            "/appraisal/2025/groups/wards/accept/1.1", "/appraisal/2024/q-hoa-vang/accept", "/appraisal/2024/q-hoa-vang/papers",
            "/appraisal/2024/q-hoa-vang/reopening"]),
        ("office", ["/editions/2025/not-submitted", "/editions/2025/office/judged-twice",
            "/editions/2025/progress/w25-hai-chau/take-back", "/editions/2024/progress/q-hoa-vang/reopening",
            "/editions/2024/after-close", "/past-results/2023/remove", "/notices/letters"]),
        ("signatory", ["/proposals"]),
        ("administrator", ["/accounts/tokens/all", "/accounts/hand-over/{account}", "/accounts/linked-of/{account}",
            "/accounts/second-factor-of/{account}", "/accounts/edit/{account}"]),
    ];

    /// <summary>What is opened with next year's edition in preparation.</summary>
    public static readonly (string Who, string[] Pages)[] WithNextYear =
    [
        (Nobody,
        [
            "/", "/editions/2024?group=wards", "/editions/2023?group=wards", "/editions/2020?group=districts", "/editions/2025",
            "/editions/2024/agencies/q-hoa-vang", "/editions/2024/agencies/p-my-an", "/editions/2024/agencies/so-tttt",
            "/editions/2020/agencies/bhxh", "/editions/2024/methodology?group=wards", "/editions/2025/methodology?group=departments",
            "/editions/2024/story?group=departments&agency=so-yt", "/editions/2023/story?group=wards",
            "/editions/2024/levels?parent=q-hai-chau", "/editions/2023/levels", "/editions/2024/find?q=hai", "/editions/2025/targets",
            "/editions/2025/targets/files-online", "/editions/2024/targets", "/editions/2024/printed", "/editions/2024/corrections",
            "/editions/2024/levels", "/editions/2025/methodology/changes?group=wards", "/editions/2024/find?q=zzzz",
            "/data", "/accounts/sign-in", "/accounts/reset", "/api", "/verify", "/problems",
        ]),
        ("administrator", ["/start", "/start/texts", "/accounts", "/accounts/edit", "/accounts/import", "/accounts/waiting", "/work",
            "/accounts/providers", "/accounts/providers/edit"]),
        ("office",
        [
            "/work", "/start", "/agencies", "/agencies/import", "/agencies/w25-hai-chau", "/agencies/w25-hai-chau/details",
            "/agencies/acts/found", "/agencies/acts/merge", "/agencies/acts/split", "/agencies/acts/dissolve", "/editions",
            "/editions/2026/office", "/editions/2026/office/calendar", "/editions/2026/office/groups", "/editions/2026/office/groups/wards",
            "/editions/2026/office/participants", "/editions/2026/office/units?group=wards", "/editions/2026/office/open",
            "/editions/2026/criteria/wards", "/editions/2026/criteria/wards/component/online-services",
            "/editions/2026/criteria/wards/criterion/5.2", "/editions/2026/criteria/wards/figure/files-online",
            "/editions/2026/criteria/wards/method", "/editions/2026/criteria/wards/file",
                "/editions/2026/criteria/wards/difference?with=2024",
            "/editions/2026/criteria/wards/laboratory", "/editions/2025/criteria/wards/laboratory?figures=current",
            "/editions/2025/office", "/editions/2025/office/amend", "/editions/2025/office/amend/wards", "/editions/2025/progress",
            "/editions/2025/progress/w25-hai-chau", "/editions/2025/progress/w25-hai-chau/missing", "/editions/2025/joined",
            "/editions/2025/remind?agency=w25-hai-chau&agency=w25-hoa-khanh", "/notices/letters", "/past-results",
            "/editions/2024/targets/import",
            "/editions/2025/methodology/changes?group=wards", "/editions/2024/documents", "/editions/2024/documents/press",
            "/editions/2024/documents/commendation", "/documents/templates", "/editions/2024/correction", "/editions/2024/reviews",
            "/editions/2024/commitments",
        ]),
        ("assessor", ["/work", "/notices", "/accounts/sessions", "/accounts/second-factor", "/accounts/tokens", "/accounts/linked"]),
        ("approver", ["/work", "/assessments/2025/w25-hai-chau/parts"]),
        ("appraiser", ["/work"]),
        ("leadAppraiser", ["/work"]),
        ("signatory", ["/work", "/editions/2024/withdraw", "/editions/2024/published/1"]),
        ("agencyAdministrator", ["/work", "/accounts"]),
        ("auditor", ["/work"]),
    ];

    /// <summary>Next year changes nothing in it, and its colours are looked at in both schemes without.</summary>
    public static bool StandsWithoutNextYear(string who, string page) =>
        (who == Nobody ? Public : [.. SignedIn.Where(signedIn => signedIn.Who == who).SelectMany(signedIn => signedIn.Pages)])
        .Contains(page, StringComparer.Ordinal);

    private const string Past = """
        SET session_replication_role = replica;
        INSERT INTO account SELECT (jsonb_populate_record(account, jsonb_build_object('id', gen_random_uuid(), 'mail', null,
            'user_name', 'past@da-nang.demo', 'normalized_user_name', 'PAST@DA-NANG.DEMO', 'agency_code', 'q-hoa-vang'))).*
        FROM account WHERE user_name = 'approver@da-nang.demo';
        INSERT INTO piece (tenant_id, id, agency, kind, added_by, added_at)
            SELECT tenant_id, gen_random_uuid(), 'q-hoa-vang', 'document', id, now() FROM account WHERE user_name = 'past@da-nang.demo';
        INSERT INTO piece_revision (tenant_id, piece, number, title, document_number, document_date, document_issuer, added_by, added_at)
            SELECT tenant_id, id, 1, 'Kế hoạch', '1/KH', now(), 'UBND quận', added_by, now() FROM piece WHERE agency = 'q-hoa-vang';
        INSERT INTO letter (tenant_id, id, account_id, address, language, subject, body, written_at, state, next_at, tries, fault)
            SELECT tenant_id, gen_random_uuid(), id, 'ubnd@danang.example', 'vi', 'Kỳ 2025 đã mở', 'Thư', now(), 'givenUp', now(), 5,
                'Hộp thư không tồn tại' FROM account WHERE user_name = 'past@da-nang.demo'
        """;

    private const string Found = """
        SELECT 'account', id::text FROM account WHERE user_name = 'assessor@da-nang.demo'
        UNION ALL SELECT 'piece', id::text FROM piece WHERE agency = 'q-hoa-vang'
        """;

    /// <summary>An approver of an agency that has a result; the demo's work for agencies of the running year. Once in a product.</summary>
    /// <returns>What stands for {account} and {piece}.</returns>
    public static async Task<Dictionary<string, string>> AddThePastAsync(Product product)
    {
        await using var database = new NpgsqlConnection(product.Superuser);
        await database.OpenAsync();
        var found = await FoundAsync(database);
        if (found.ContainsKey("{piece}"))
            return found;
        await using (var add = new NpgsqlCommand(Past, database))
            await add.ExecuteNonQueryAsync();
        return await FoundAsync(database);
    }

    private static async Task<Dictionary<string, string>> FoundAsync(NpgsqlConnection database)
    {
        await using var find = new NpgsqlCommand(Found, database);
        await using var rows = await find.ExecuteReaderAsync();
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        while (await rows.ReadAsync())
            found[$"{{{rows.GetString(0)}}}"] = rows.GetString(1);
        return found;
    }

    public static string Filled(string page, Dictionary<string, string> found) =>
        found.Aggregate(page, (filled, value) => filled.Replace(value.Key, value.Value, StringComparison.Ordinal));

    /// <summary>Next year's edition, as a copy of this one.</summary>
    public static async Task PrepareNextYearAsync(Product product)
    {
        var office = await product.PersonAsync();
        await office.SignInAsync("office");
        await office.OpenAsync("/editions");
        await office.Page.FillAsync("#year", "2026");
        await office.Page.CheckAsync("#from");
        await office.PressAsync("Bắt đầu chuẩn bị");
        await office.ArriveAsync("/editions/2026/office");
    }
}
