using System.Text.Json.Nodes;
using AngleSharp.Dom;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Harness;
using DaNangDxIndex.Publishing;
using DaNangDxIndex.Scorecards;
using DaNangDxIndex.Typesetting;
using Npgsql;

namespace DaNangDxIndex.Ranking;

/// <summary>
/// Names stand in one order wherever names are ordered: in the database, in the program, on pages of both languages, in the API, its files
/// and in documents. The agencies are those of a year of which no ranks were printed, so that nothing but their names orders them.
/// </summary>
public sealed class OneOrderOfNamesTests(TestApp app) : IClassFixture<TestApp>
{
    /// <summary>A letter with a mark is a letter of its own (a ă â, d đ, e ê, o ô ơ, u ư); tones count where letters are equal.</summary>
    private static readonly string[] Golden =
    [
        "An Hải", "Ăn Hải", "Ấp Một", "Âu Cơ", "Da", "Dạ", "Duy Xuyên", "Dương", "Đa", "Đà", "Đá", "Điện Bàn", "Đống Đa", "Em", "Êm",
        "Hòa Vang", "Hòa Xuân", "O Loan", "Ô Môn", "Ơ", "Thanh Khê", "Thành Khê", "Ung", "Ưng",
    ];

    [Fact]
    public async Task The_program_the_database_pages_the_API_and_its_files_order_names_alike()
    {
        Golden.Reverse().Order(VietnameseOrder.Names).ShouldBe(Golden);
        var names = string.Join(", ", Golden.Reverse().Select(name => $"'{name}'"));
        (await TestApp.AskAsync<string[]>(
            app.Application, $"SELECT array_agg(name ORDER BY name) FROM unnest(ARRAY[{names}]) name"))
            .ShouldBe(Golden, "the order of the database");
        await AddAsync();

        foreach (var language in (string[])["vi", "en"])
            Ours((await app.Visitor(language: language).OpenAsync("/editions/2023?group=departments"))
                .QuerySelectorAll("#standings tr[data-row]").Select(row => row.GetAttribute("data-name")))
                .ShouldBe(Golden, $"the ranked table in {language}");
        using var answer = await app.Visitor().GetApiAsync("editions/2023/standings?group=departments");
        Ours(JsonNode.Parse(await answer.Content.ReadAsStringAsync()).ShouldNotBeNull()["items"].ShouldNotBeNull().AsArray()
            .Select(item => item?["agency"]?["name"]?.GetValue<string>())).ShouldBe(Golden, "the API");
        using var csv = await app.Visitor().GetApiAsync("editions/2023/standings?group=departments&format=csv&separator=comma");
        Ours((await csv.Content.ReadAsStringAsync()).Split("\r\n").SelectMany(line => line.Split(','))).ShouldBe(Golden, "CSV");
        foreach (var language in (string[])["vi", "en"])
            Ours(await RegisterAsync(language)).ShouldBe(Golden, $"the list of agencies in {language}");
    }

    [Fact]
    public void A_printed_table_names_those_left_out_in_the_same_order()
    {
        var version = SamplePublication.Announced;
        var group = version.Edition.Groups[0];
        var entrant = group.Entrants[0];
        var leftOut = Golden.Reverse().Select((name, place) => entrant with
        {
            Agency = $"name-{place}",
            Name = new(name, name),
            Submission = Submission.NotSubmitted,
        });
        var printed = group with
        {
            Criteria = group.Criteria with { Method = group.Criteria.Method with { NotSubmitted = Criteria.NotSubmittedPolicy.LeftOut } },
            Entrants = [.. group.Entrants, .. leftOut],
        };

        var text = PdfTools.Text(new StandingsPdf(Fonts.Tinos).Write(version, printed, "vi", ScorecardPress.Verify), "-raw");
        var note = text[text.IndexOf("Không nộp hồ sơ, không được chấm điểm", StringComparison.Ordinal)..].Replace('\n', ' ');
        var (from, to) = (note.IndexOf(':', StringComparison.Ordinal), note.IndexOf('.', StringComparison.Ordinal));
        Ours(note[(from + 1)..to].Split(';')).ShouldBe(Golden);
    }

    private static IEnumerable<string> Ours(IEnumerable<string?> names) =>
        names.Select(name => name?.Trim() ?? "").Where(name => Golden.Contains(name, StringComparer.Ordinal));

    private async Task<IEnumerable<string>> RegisterAsync(string language)
    {
        var names = new List<string>();
        var office = await app.SignedInAsync(Role.Office);
        for (var query = "?q="; query is not null;)
        {
            var page = await office.OpenAsync($"/da-nang/{language}/agencies{query}");
            names.AddRange(page.QuerySelectorAll("main tbody th").Select(cell => cell.TextContent));
            query = page.QuerySelector("a[rel=next]")?.GetAttribute("href") is { } next
                ? next[next.IndexOf('?', StringComparison.Ordinal)..]
                : null;
        }
        return names;
    }

    /// <summary>Their codes run against the order of their names.</summary>
    private async Task AddAsync()
    {
        await using var connection = new NpgsqlConnection(app.Superuser);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("""
            WITH named AS (
                SELECT t.id, format('name-%s', lpad((100 - n)::text, 3, '0')) AS code, name
                FROM tenant t, unnest($1) WITH ORDINALITY AS one (name, n) WHERE t.slug = 'da-nang'),
            added AS (
                INSERT INTO agency (tenant_id, code, "group", assessed, name_vi, name_en, verified, kind)
                SELECT id, code, 'departments', true, name, name, false, (SELECT kind FROM agency WHERE code = 'so-dl' LIMIT 1) FROM named
                RETURNING tenant_id)
            INSERT INTO imported_standing (tenant_id, year, "group", agency, rank, total, tier, source)
            SELECT id, 2023, 'departments', code, NULL, NULL, NULL,
                (SELECT source FROM imported_standing s WHERE s.tenant_id = id AND s.year = 2023 LIMIT 1) FROM named
            """, connection);
        command.Parameters.Add(new() { Value = Golden });
        await command.ExecuteNonQueryAsync();
    }
}
