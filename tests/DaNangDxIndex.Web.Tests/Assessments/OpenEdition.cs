using DaNangDxIndex.Accounts;
using DaNangDxIndex.Agencies;
using DaNangDxIndex.Database;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Harness;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Assessments;

/// <summary>
/// A small edition, open for entry, in which the demo's assessor and approver have an assessment; each test takes its own year.
/// </summary>
internal sealed class OpenEdition
{
    private const string Group = "entry-tests";

    private OpenEdition(TestApp app, int year, string agency)
    {
        App = app;
        Year = year;
        Agency = agency;
    }

    public TestApp App { get; }

    public int Year { get; }

    public string Agency { get; }

    public string Path => $"/assessments/{Year}/{Agency}";

    /// <param name="evidenceFor">A criterion that demands evidence; null for none.</param>
    /// <param name="fieldOf">A criterion and the agency that verifies it.</param>
    public static async Task<OpenEdition> AddAsync(
        TestApp app, DateTimeOffset? closesAt = null, string? evidenceFor = null, (string Criterion, string Unit)? fieldOf = null)
    {
        var (year, agency) = await app.InDatabaseAsync("da-nang", async db =>
        {
            var year = Math.Max(2030, await db.Set<Edition>().MaxAsync(edition => (int?)edition.Year) ?? 0) + 1;
            var own = await db.Set<Account>().Where(account => account.Roles.Contains("assessor")).Select(account => account.AgencyCode)
                .FirstAsync();
            var code = own.ShouldNotBeNull();
            await AddAgencyAsync(db, code);
            await AddAgencyAsync(db, "another-agency");
            db.Add(new Edition(year, EditionStage.Open, 1, new(year, 12, 31)).Scheduled(closesAt, null, true));
            db.Add(new EditionGroup(year, Group, 1, With(Criteria(year), evidenceFor, fieldOf)).Named(new("Khối thử", "Test group")));
            await db.SaveChangesAsync();
            db.Add(new Assessment(year, code, Group, null, true, AssessmentState.Entering));
            db.Add(new Assessment(year, "another-agency", Group, null, true, AssessmentState.Entering));
            await db.SaveChangesAsync();
            return (year, code);
        });
        return new(app, year, agency);
    }

    /// <summary>The stored entry, or null.</summary>
    public Task<FigureEntry?> StoredAsync(string figure) => App.InDatabaseAsync("da-nang", db =>
        db.Set<FigureEntry>().SingleOrDefaultAsync(entry => entry.Year == Year && entry.Agency == Agency && entry.Figure == figure));

    public Task<Assessment> AssessmentAsync() => App.InDatabaseAsync("da-nang", db =>
        db.Set<Assessment>().SingleAsync(assessment => assessment.Year == Year && assessment.Agency == Agency));

    /// <summary>What the office loads: a figure that the agency does not enter.</summary>
    public Task<int> LoadAsync(string figure, string value) => App.InDatabaseAsync("da-nang", async db =>
    {
        var entry = new FigureEntry(Year, Agency, figure);
        entry.Declare(
            value, await db.Set<Account>().Where(account => account.Roles.Contains("office")).Select(account => account.Id).FirstAsync(),
            DateTimeOffset.UtcNow);
        db.Add(entry);
        return await db.SaveChangesAsync();
    });

    private static async Task AddAgencyAsync(DxIndexDb db, string code)
    {
        if (!await db.Set<Agency>().AnyAsync(agency => agency.Code == code))
            db.Add(new Agency(code, Group, true, null, null, null, null, false).Named(new($"Xã {code}", $"Commune {code}"), []));
        await db.SaveChangesAsync();
    }

    private static string With(string criteria, string? evidenceFor, (string Criterion, string Unit)? fieldOf)
    {
        if (evidenceFor is not null)
            criteria = Put(criteria, evidenceFor, """ "evidence": { "required": true },""");
        return fieldOf is { } field ? Put(criteria, field.Criterion, $""" "verifyingUnit": "{field.Unit}",""") : criteria;
    }

    private static string Put(string criteria, string criterion, string member) =>
        criteria.Replace($$"""{ "code": "{{criterion}}",""", $$"""{ "code": "{{criterion}}",{{member}}""", StringComparison.Ordinal);

    private static string Criteria(int year) => $$"""
        {
          "edition": {{year}}, "group": "{{Group}}", "name": { "vi": "Bộ chỉ số thử", "en": "Test index" },
          "method": { "scale": 100, "penaltyCap": 5, "notApplicable": "exclude", "nothingDue": "exclude", "tiers": [
            { "code": "good", "name": { "vi": "Tốt", "en": "Good" }, "from": 50 },
                { "code": "average", "name": { "vi": "Trung bình", "en": "Average" }, "from": 0 } ] },
          "figures": [
            { "code": "files-received", "name": { "vi": "Hồ sơ tiếp nhận", "en": "Files received" }, "kind": "count",
                "unit": { "vi": "hồ sơ", "en": "files" } },
            { "code": "files-online", "name": { "vi": "Hồ sơ trực tuyến", "en": "Files online" }, "kind": "count",
                "unit": { "vi": "hồ sơ", "en": "files" } },
            { "code": "files-paid", "name": { "vi": "Hồ sơ thanh toán trực tuyến", "en": "Files paid online" }, "kind": "count",
                "unit": { "vi": "hồ sơ", "en": "files" } },
            { "code": "coverage", "name": { "vi": "Tỷ lệ phủ sóng", "en": "Coverage" }, "kind": "percent" },
            { "code": "plan", "name": { "vi": "Có kế hoạch", "en": "Has a plan" }, "kind": "yesNo" },
            { "code": "head", "name": { "vi": "Người đứng đầu", "en": "Head" }, "kind": "choice", "options": [
              { "code": "chair", "name": { "vi": "Chủ tịch", "en": "Chair" } },
                  { "code": "other", "name": { "vi": "Người khác", "en": "Somebody else" } } ] },
            { "code": "articles", "name": { "vi": "Tin, bài", "en": "Articles" }, "kind": "count",
                "unit": { "vi": "tin, bài", "en": "articles" } },
            { "code": "satisfaction", "name": { "vi": "Mức độ hài lòng", "en": "Satisfaction" }, "kind": "percent", "source": "survey" },
            { "code": "late-reports", "name": { "vi": "Báo cáo chậm", "en": "Late reports" }, "kind": "count", "source": "office" } ],
          "components": [
            { "code": "A", "name": { "vi": "Dịch vụ công", "en": "Public services" }, "criteria": [
              { "code": "A.1", "name": { "vi": "Hồ sơ trực tuyến", "en": "Files online" }, "pillar": "government", "maximum": 50,
                  "rule": { "linear": { "of": { "sum": ["files-online"], "over": ["files-received"] }, "from": 0, "to": "95%" } } },
              { "code": "A.2", "name": { "vi": "Phủ sóng", "en": "Coverage" }, "pillar": "foundation", "maximum": 10,
                  "rule": { "linear": { "of": "coverage", "from": 0, "to": 100 } } } ] },
            { "code": "B", "name": { "vi": "Thể chế", "en": "Institutions" }, "criteria": [
              { "code": "B.1", "name": { "vi": "Kế hoạch", "en": "Plan" }, "pillar": "government", "maximum": 5,
                  "rule": { "steps": { "of": "plan", "levels": [{ "at": 1, "share": 1 }] } } },
              { "code": "B.2", "name": { "vi": "Thanh toán trực tuyến", "en": "Paid online" }, "pillar": "economy", "maximum": 10,
                  "rule": { "linear": { "of": { "sum": ["files-paid"], "over": ["files-received"] }, "from": 0, "to": 1 } } },
              { "code": "B.3", "name": { "vi": "Hài lòng", "en": "Satisfaction" }, "pillar": "society", "maximum": 10,
                  "rule": { "linear": { "of": "satisfaction", "from": 0, "to": 100 } } },
              { "code": "B.4", "name": { "vi": "Tuyên truyền", "en": "Articles" }, "pillar": "society", "maximum": 10,
                  "rule": { "linear": { "of": "articles", "from": 0, "to": "highest" } } },
              { "code": "B.5", "name": { "vi": "Người đứng đầu", "en": "Head" }, "pillar": "government", "maximum": 5,
                  "rule": { "choice": { "of": "head", "options": { "chair": 1, "other": 0 } } } } ] },
            { "code": "P", "name": { "vi": "Điểm trừ", "en": "Deductions" }, "block": "penalty", "criteria": [
              { "code": "P.1", "name": { "vi": "Báo cáo chậm", "en": "Late reports" }, "pillar": "government", "maximum": 5,
                  "rule": { "linear": { "of": "late-reports", "from": 0, "to": 5 } } } ] } ]
        }
        """;
}
