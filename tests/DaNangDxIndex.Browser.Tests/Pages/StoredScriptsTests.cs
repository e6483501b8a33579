using DaNangDxIndex.Harness;
using Npgsql;

namespace DaNangDxIndex.Pages;

/// <summary>
/// A script stands in the texts that people write, as far as their columns are named for it and take it: names, titles, notes, reasons,
/// sentences, causes. No page runs it, makes markup of it, or breaks the policy of its content by trying. Names of users and of files have
/// rules of their own at the door, and what is published or in the trail is not changed here.
/// </summary>
public sealed class StoredScriptsTests(MiddleOfTheYear product) : IClassFixture<MiddleOfTheYear>
{
    private const string Script = "\"><img src=nowhere onerror=\"window.planted=1\"><script>window.planted=1</script>'{{7*7}}";

    private static readonly string[] Public =
        ["/", "/editions/2024", "/editions/2024/agencies/q-hoa-vang", "/editions/2024/methodology", "/editions/2025", "/data", "/verify"];

    private static readonly (string Who, string[] Pages)[] SignedIn =
    [
        ("assessor", ["/work", "/notices", "/assessments/2025/w25-hai-chau", "/assessments/2025/w25-hai-chau/components/online-services",
            "/assessments/2025/w25-hai-chau/check", "/evidence/w25-hai-chau", "/accounts/password", "/accounts/sessions"]),
        ("appraiser", ["/work", "/appraisal/2025", "/appraisal/2024/q-hoa-vang", "/appraisal/2024/q-hoa-vang/round"]),
        ("office", ["/work", "/editions/2025/progress", "/editions/2025/progress/w25-hai-chau", "/editions/2025/findings", "/agencies"]),
        ("signatory", ["/work", "/proposals"]),
        ("administrator", ["/accounts", "/accounts/tokens/all", "/audit"]),
    ];

    [Fact]
    public async Task What_people_wrote_into_columns_that_take_it_is_shown_and_never_run()
    {
        (await PlantAsync()).ShouldBeGreaterThan(20, "columns that people write into");
        var (shown, broken) = (0, new List<string>());
        var citizen = await product.PersonAsync();
        shown += await VisitAsync(citizen, Public, broken);
        foreach (var (who, pages) in SignedIn)
        {
            var person = await product.PersonAsync();
            await person.SignInAsync(who);
            shown += await VisitAsync(person, pages, broken);
        }

        broken.ShouldBeEmpty();
        shown.ShouldBeGreaterThan(8, "pages that show it as text");
    }

    private static async Task<int> VisitAsync(Person person, string[] pages, List<string> broken)
    {
        var shown = 0;
        foreach (var page in pages)
        {
            await person.OpenAsync(page);
            if (await person.Page.EvaluateAsync<bool>("'planted' in window || document.querySelector('img[src=nowhere]') !== null"))
                broken.Add($"{page} runs it");
            if ((await person.Page.ContentAsync()).Contains("&lt;script&gt;window.planted", StringComparison.Ordinal))
                shown++;
        }
        broken.AddRange(person.Faults);
        return shown;
    }

    /// <summary>Into every column that is named as something people write; what a rule of the database forbids stays as it was.</summary>
    private async Task<int> PlantAsync()
    {
        await using var database = new NpgsqlConnection(product.Superuser);
        await database.OpenAsync();
        await using var make = new NpgsqlCommand("""
            CREATE FUNCTION plant(script text) RETURNS integer LANGUAGE plpgsql AS $$
            DECLARE at record; planted integer := 0; changed integer;
            BEGIN
                FOR at IN SELECT table_name, column_name FROM information_schema.columns JOIN information_schema.tables
                    USING (table_schema, table_name)
                    WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND data_type = 'text' AND table_name !~ '^(publication|audit)'
                        AND column_name ~ '(^|_)(name|title|note|reason|sentence|body|answer|cause|remark|finding|agent|issuer|question)(_|$)'
                        AND column_name !~ 'user_name|file_name'
                LOOP
                    BEGIN
                        EXECUTE format('UPDATE %I SET %2$I = left(%2$I || $1, 190) WHERE %2$I IS NOT NULL', at.table_name, at.column_name)
                            USING script;
                        GET DIAGNOSTICS changed = ROW_COUNT;
                        planted := planted + least(changed, 1);
                    EXCEPTION WHEN others THEN NULL;
                    END;
                END LOOP;
                RETURN planted;
            END $$
            """, database);
        await make.ExecuteNonQueryAsync();
        await using var plant = new NpgsqlCommand("SELECT plant($1)", database);
        plant.Parameters.Add(new() { Value = Script });
        return await plant.ExecuteScalarAsync() is int planted ? planted : 0;
    }
}
