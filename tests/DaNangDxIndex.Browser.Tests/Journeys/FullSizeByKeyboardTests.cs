using System.Diagnostics;
using DaNangDxIndex.Harness;
using Microsoft.Playwright;
using Npgsql;
using Xunit.Abstractions;

namespace DaNangDxIndex.Journeys;

/// <summary>
/// A component of twelve figures filled in, and 93 agencies judged on one criterion, by keyboard alone: what it takes is printed for
/// docs/performance.md, and the focus is looked at every few milliseconds.
/// </summary>
[Trait("Length", "Long")]
public sealed class FullSizeByKeyboardTests(MiddleOfTheYear product, ITestOutputHelper output) : IClassFixture<MiddleOfTheYear>
{
    private const int Year = 2061;
    private const int Figures = 12;
    private const string Agency = "w25-hai-chau";
    private const string Waiting = "[data-bench-line='waits']";
    private const string Current = "[data-bench-line][aria-current]";

    [Fact]
    public async Task Twelve_figures_of_a_component_are_filled_in_without_a_pause_and_without_losing_the_focus()
    {
        await AddEditionAsync();
        var assessor = await product.PersonAsync();
        await assessor.SignInAsync("assessor");
        await assessor.OpenAsync($"/assessments/{Year}/{Agency}/components/A");
        await Assertions.Expect(assessor.Page.Locator("form.has-pane")).ToHaveCountAsync(1);
        await assessor.Page.Locator("[data-grid] .figure input[type=text]").First.FocusAsync();
        await WatchFocusAsync(assessor);
        var (keys, clock) = (0, Stopwatch.StartNew());
        foreach (var key in Enumerable.Range(0, Figures).SelectMany(place => new[] { "1", "2", "9", $"{place % 10}", "Enter" }))
        {
            await assessor.Page.Keyboard.PressAsync(key);
            keys++;
        }

        var typed = clock.Elapsed;
        await Assertions.Expect(assessor.Page.Locator("[data-grid] .figure [data-state][data-tone=saved]")).ToHaveCountAsync(Figures);
        output.WriteLine($"{Figures} figures of four digits: {keys} keys in {typed.TotalSeconds:0.0} s, "
            + $"all saved after {clock.Elapsed.TotalSeconds:0.0} s");
        (await LostAsync(assessor)).ShouldBe(0);
        for (var place = 0; place < Figures; place++)
            (await assessor.Page.InputValueAsync($"[data-figure=f-{place}] input[type=text]")).ShouldBe($"1.29{place % 10}");
        assessor.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Ninety_three_agencies_are_judged_on_one_criterion_by_one_key_each_without_losing_the_focus()
    {
        await AskAsync(
            """
            UPDATE assessment SET state = 'submitted', submitted_digest = repeat('0', 64), submitted_at = now(), completes_by = NULL,
                submitted_by = (SELECT id FROM account WHERE account.tenant_id = assessment.tenant_id ORDER BY id LIMIT 1)
            WHERE year = 2025 AND "group" = 'wards' AND state <> 'submitted';
            DELETE FROM verdict WHERE year = 2025 AND criterion = '1.1';
            """);
        var lead = await product.PersonAsync();
        await lead.SignInAsync("leadAppraiser");
        await lead.OpenAsync("/appraisal/2025/groups/wards/criteria/1.1");
        await lead.Page.FocusAsync(Current);
        (await lead.Page.Locator(Waiting).CountAsync()).ShouldBe(93);
        await WatchFocusAsync(lead);
        var (each, clock) = (new List<double>(), Stopwatch.StartNew());
        for (var left = 93; left > 0; left--)
        {
            var began = clock.Elapsed;
            await lead.Page.Keyboard.PressAsync("1");
            await lead.Page.EvaluateAsync(
                $$"""
                () => new Promise(done => {
                    const isDone = () => document.querySelectorAll("{{Waiting}}").length === {{left - 1}}
                        && !document.querySelector('[data-bench][aria-busy]')
                    const look = () => isDone() ? done() : setTimeout(look, 5)
                    look()
                })
                """);
            each.Add((clock.Elapsed - began).TotalMilliseconds);
            (await lead.Page.EvaluateAsync<bool>($"document.activeElement.matches(\"{Current}\")")).ShouldBeTrue();
        }

        each.Sort();
        output.WriteLine($"93 agencies, {each.Count} keys, {clock.Elapsed.TotalSeconds:0.0} s; from the key to the next agency "
            + $"{each[each.Count / 2]:0} ms, {each[each.Count * 95 / 100]:0} ms for 95 of 100, {each[^1]:0} ms at most");
        (await LostAsync(lead)).ShouldBe(0);
        lead.Faults.ShouldBeEmpty();
    }

    /// <summary>Counts how often the focus is found on nothing.</summary>
    private static Task WatchFocusAsync(Person person) => person.Page.EvaluateAsync(
        "window.lost = 0; setInterval(() => { if (document.activeElement === document.body) window.lost++ }, 5)");

    private static Task<int> LostAsync(Person person) => person.Page.EvaluateAsync<int>("window.lost");

    private Task AddEditionAsync() => AskAsync(
        $$"""
        INSERT INTO edition SELECT (jsonb_populate_record(one, '{"year": {{Year}}}')).* FROM edition one
        WHERE year = 2025 AND tenant_id = (SELECT id FROM tenant WHERE slug = 'da-nang');
        INSERT INTO edition_group (tenant_id, year, code, position, name_vi, name_en, population, members_vi, members_en, criteria_file)
        SELECT id, {{Year}}, 'small', 1, 'Khối nhỏ', 'Small', 'small', 'Khối nhỏ', 'Small', '{{Criteria()}}'
        FROM tenant WHERE slug = 'da-nang';
        INSERT INTO assessment (tenant_id, year, agency, "group", ranked, state)
        SELECT id, {{Year}}, '{{Agency}}', 'small', true, 'entering' FROM tenant WHERE slug = 'da-nang';
        """);

    private static string Criteria()
    {
        var places = Enumerable.Range(0, Figures).ToList();
        var figures = places.Select(place =>
            $$"""{ "code": "f-{{place}}", "name": { "vi": "Số liệu {{place}}", "en": "Figure {{place}}" }, "kind": "count" }""");
        var criteria = places.Select(place => $$"""
            { "code": "A.{{place + 1}}", "name": { "vi": "Tiêu chí {{place}}", "en": "Criterion {{place}}" }, "pillar": "government",
              "maximum": {{(place < 10 ? 8 : 10)}}, "rule": { "linear": { "of": "f-{{place}}", "from": 0, "to": 2000 } } }
            """);
        return $$"""
            { "edition": {{Year}}, "group": "small", "name": { "vi": "Bộ chỉ số thử", "en": "Test index" },
              "method": { "scale": 100, "notApplicable": "exclude", "nothingDue": "exclude", "tiers": [
                { "code": "good", "name": { "vi": "Tốt", "en": "Good" }, "from": 50 },
                { "code": "average", "name": { "vi": "Trung bình", "en": "Average" }, "from": 0 } ] },
              "figures": [{{string.Join(", ", figures)}}],
              "components": [{ "code": "A", "name": { "vi": "Nhóm A", "en": "Component A" },
                "criteria": [{{string.Join(", ", criteria)}}] }] }
            """;
    }

    private async Task AskAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(product.Superuser);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
