using System.Text.Json.Nodes;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Harness;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Criteria;

/// <summary>An edition in preparation whose one group has a small set, or none.</summary>
internal sealed class DraftEdition(TestApp app, int year)
{
    public const string Group = "small";

    public string Path => $"/editions/{year}/criteria/{Group}";

    public int Year => year;

    public static Task<DraftEdition> AddAsync(TestApp app, EditionStage stage = EditionStage.Drafting, bool empty = false) =>
        app.InDatabaseAsync("da-nang", async db =>
        {
            var year = Math.Max(2070, await db.Set<Edition>().MaxAsync(edition => edition.Year)) + 1;
            db.Add(new Edition(year, stage, 1, new(year, 12, 31)));
            db.Add(new EditionGroup(year, Group, 1, empty ? null : File(year)).Named(new("Khối nhỏ", "Small group")));
            await db.SaveChangesAsync();
            return new DraftEdition(app, year);
        });

    public async Task<string> FileAsync() => await app.InDatabaseAsync("da-nang", db =>
        db.Set<EditionGroup>().Where(group => group.Year == year).Select(group => group.CriteriaFile).SingleAsync()) ?? "";

    public async Task ChangeFileAsync(Action<JsonNode> change)
    {
        var file = JsonNode.Parse(await FileAsync()).ShouldNotBeNull();
        change(file);
        var changed = file.ToJsonString();
        await app.InDatabaseAsync("da-nang",
            db => db.Database.ExecuteSqlAsync($"UPDATE edition_group SET criteria_file = {changed} WHERE year = {year}"));
    }

    public async Task<CriteriaSet> SetAsync() => CriteriaFile.Read(await FileAsync()).Require();

    public Task<List<AuditEntry>> TrailAsync() => app.InDatabaseAsync("da-nang", db =>
        db.Set<AuditEntry>().Where(entry => entry.Subject.StartsWith("editions/" + year)).OrderBy(entry => entry.Number).ToListAsync());

    private static string File(int year) => CriteriaFile.Write(CriteriaFile.Read($$"""
        {
          "edition": {{year}}, "group": "{{Group}}", "name": { "vi": "Bộ chỉ số nhỏ", "en": "Small index" },
          "method": { "scale": 100, "nothingDue": "exclude", "tiers": [
            { "code": "good", "name": { "vi": "Tốt", "en": "Good" }, "from": 50 }, { "code": "average", "name": { "vi": "Trung bình", "en": "Average" }, "from": 0 } ] },
          "figures": [
            { "code": "received", "name": { "vi": "Hồ sơ tiếp nhận", "en": "Files received" }, "kind": "count", "unit": { "vi": "hồ sơ", "en": "files" } },
            { "code": "online", "name": { "vi": "Hồ sơ trực tuyến", "en": "Files online" }, "kind": "count", "unit": { "vi": "hồ sơ", "en": "files" } },
            { "code": "plan", "name": { "vi": "Có kế hoạch", "en": "Has a plan" }, "kind": "yesNo" } ],
          "components": [
            { "code": "A", "name": { "vi": "Dịch vụ công", "en": "Public services" }, "criteria": [
              { "code": "A.1", "name": { "vi": "Hồ sơ trực tuyến", "en": "Files online" }, "pillar": "government", "maximum": 60,
                "rule": { "linear": { "of": { "sum": ["online"], "over": ["received"] }, "from": 0, "to": "95%" } } },
              { "code": "A.2", "name": { "vi": "Kế hoạch", "en": "Plan" }, "pillar": "foundation", "maximum": 40,
                "rule": { "steps": { "of": "plan", "levels": [{ "at": 1, "share": 1 }] } } } ] } ]
        }
        """).Require());
}
