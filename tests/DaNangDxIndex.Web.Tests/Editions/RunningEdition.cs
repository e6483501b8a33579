using DaNangDxIndex.Accounts;
using DaNangDxIndex.Appraisal;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Harness;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Editions;

/// <summary>
/// A small edition of three agencies: that of the demo's assessor and approver, that of the standing office and the
/// appraisers, and a third (of their deputies). Figures are declared; each test takes its own year.
/// </summary>
internal sealed class RunningEdition(TestApp app, int year)
{
    public const string Agency = "w25-hai-chau";
    public const string OfOffice = "so-khcn-2025";
    public const string Third = "vp-ubnd";

    public int Year => year;

    public string Bench => $"/appraisal/{year}/{Agency}";

    public string Round => $"{Bench}/round";

    public string Progress => $"/editions/{year}/progress";

    public string Publish => $"/editions/{year}/publish";

    /// <param name="first">State of the assessment of <see cref="Agency"/>.</param>
    /// <param name="others">State of the two others.</param>
    /// <param name="lateReports">The penalty's figure; null leaves it blank.</param>
    /// <param name="notSubmitted">What the method does with those who do not submit.</param>
    /// <param name="rounds">With two, replies are taken until 31 March of that far year.</param>
    /// <param name="sparedFromB"><see cref="Agency"/> is of a kind to which component B does not apply.</param>
    public static async Task<RunningEdition> AddAsync(
        TestApp app, EditionStage stage = EditionStage.Appraisal, AssessmentState first = AssessmentState.Submitted,
            AssessmentState others = AssessmentState.Submitted,
        string? lateReports = "0", DateTimeOffset? closesAt = null, bool illustrative = false, string notSubmitted = "leftOut",
        bool sparedFromB = false, int rounds = 1) => new(app, await app.InDatabaseAsync("da-nang", async db =>
        {
            var year = Free(await db.Set<Edition>().Select(edition => edition.Year).ToListAsync());
            var by = await db.Set<Account>().Select(account => account.Id).FirstAsync();
            var edition = new Edition(year, stage, rounds, new(year, 12, 31)).Scheduled(closesAt, null, illustrative);
            if (rounds == 2)
                edition.Take(edition.Calendar with { RepliesEndOn = new(year, 3, 31), ReviewEndsOn = new(year, 4, 15) });
            db.Add(edition);
            db.Add(new EditionGroup(year, "small", 1, Criteria(year, notSubmitted, sparedFromB)).Named(new("Khối nhỏ", "Small group")));
            await db.SaveChangesAsync();
            foreach (var (agency, online) in new[] { (Agency, "50"), (OfOffice, "90"), (Third, "20") })
            {
                db.Add(AssessmentIn(agency == Agency ? first : others, year, agency, by));
                foreach (var (figure, value) in new[] { ("files-received", "100"), ("files-online", online), ("coverage", "40"),
                    ("plan", "yes"), ("late-reports", lateReports) })
                {
                    if (value is null)
                        continue;
                    var entry = new FigureEntry(year, agency, figure);
                    entry.Declare(value, by, DateTimeOffset.UtcNow);
                    db.Add(entry);
                }
            }

            await db.SaveChangesAsync();
            return year;
        }));

    public Task<Assessment> AssessmentAsync(string agency = Agency) => app.InDatabaseAsync("da-nang", db =>
        db.Set<Assessment>().SingleAsync(assessment => assessment.Year == year && assessment.Agency == agency));

    public Task<Edition> EditionAsync() =>
        app.InDatabaseAsync("da-nang", db => db.Set<Edition>().SingleAsync(edition => edition.Year == year));

    public Task<FigureEntry?> FigureAsync(string figure, string agency = Agency) => app.InDatabaseAsync("da-nang", db =>
        db.Set<FigureEntry>().SingleOrDefaultAsync(entry => entry.Year == year && entry.Agency == agency && entry.Figure == figure));

    public Task<List<Verdict>> VerdictsAsync() => app.InDatabaseAsync("da-nang", db =>
        db.Set<Verdict>().Where(verdict => verdict.Year == year && verdict.Agency == Agency)
            .OrderBy(verdict => verdict.Criterion).ToListAsync());

    public Task<int> AskNotApplicableAsync(string criterion, string reason) => app.InDatabaseAsync("da-nang", async db =>
    {
        var by = await db.Set<Account>().Select(account => account.Id).FirstAsync();
        db.Add(new NotApplicableRequest(year, Agency, criterion, reason, by, DateTimeOffset.UtcNow));
        return await db.SaveChangesAsync();
    });

    /// <summary>The trail of this edition, oldest first.</summary>
    public Task<List<AuditEntry>> TrailAsync() => app.InDatabaseAsync("da-nang", db =>
        db.Set<AuditEntry>().Where(entry => entry.Subject.StartsWith("editions/" + year)).OrderBy(entry => entry.Number).ToListAsync());

    /// <summary>Brought there by its own verbs, as the database's checks want it.</summary>
    /// <summary>After all others; once the last year there may be is taken, one of those before.</summary>
    private static int Free(IReadOnlyCollection<int> taken) => Math.Max(2050, taken.Max()) is var last and < 2100
        ? last + 1
        : Enumerable.Range(2028, 22).First(year => !taken.Contains(year));

    private static Assessment AssessmentIn(AssessmentState state, int year, string agency, Guid by)
    {
        var open = new Edition(year, EditionStage.Open, 1, new(year, 12, 31));
        var assessment = new Assessment(year, agency, "small", null, true, AssessmentState.Entering);
        if (state == AssessmentState.Entering)
            return assessment;
        if (state == AssessmentState.NotSubmitted)
        {
            var closed = new Edition(year, EditionStage.Open, 1, new(year, 12, 31))
                .Scheduled(DateTimeOffset.UtcNow.AddDays(-1), null, false);
            assessment.RecordNotSubmitted(
                "Hết hạn, không nộp", closed, new Actor(by, "", new HashSet<Role> { Role.Office }, null), DateTimeOffset.UtcNow);
            return assessment;
        }

        assessment.Submit(new string('0', 64), open, new Actor(by, "", new HashSet<Role> { Role.Approver }, agency), DateTimeOffset.UtcNow);
        if (state == AssessmentState.Final)
            assessment.CloseRoundOne([], open, new Actor(by, "", new HashSet<Role> { Role.LeadAppraiser }, null), DateTimeOffset.UtcNow);
        assessment.State.ShouldBe(state);
        return assessment;
    }

    private static string Criteria(int year, string notSubmitted, bool sparedFromB) => $$"""
        {
          "edition": {{year}}, "group": "small", "name": { "vi": "Bộ chỉ số nhỏ", "en": "Small index" },
          "method": { "scale": 100, "penaltyCap": 5, "notApplicable": "exclude", "nothingDue": "exclude", "notSubmitted": "{{notSubmitted}}", "tiers": [
            { "code": "good", "name": { "vi": "Tốt", "en": "Good" }, "from": 50 }, { "code": "average", "name": { "vi": "Trung bình", "en": "Average" }, "from": 0 } ] },
          "kinds": [{ "code": "no-plan", "name": { "vi": "Không có kế hoạch", "en": "Without a plan" },
            "agencies": [{{(sparedFromB ? $"\"{Agency}\"" : "")}}], "components": ["B"], "criteria": [] }],
          "figures": [
            { "code": "files-received", "name": { "vi": "Hồ sơ tiếp nhận", "en": "Files received" }, "kind": "count", "unit": { "vi": "hồ sơ", "en": "files" } },
            { "code": "files-online", "name": { "vi": "Hồ sơ trực tuyến", "en": "Files online" }, "kind": "count", "unit": { "vi": "hồ sơ", "en": "files" } },
            { "code": "coverage", "name": { "vi": "Tỷ lệ phủ sóng", "en": "Coverage" }, "kind": "percent", "verifyingUnit": "{{Third}}" },
            { "code": "plan", "name": { "vi": "Có kế hoạch", "en": "Has a plan" }, "kind": "yesNo" },
            { "code": "satisfaction", "name": { "vi": "Mức độ hài lòng", "en": "Satisfaction" }, "kind": "percent", "source": "survey" },
            { "code": "late-reports", "name": { "vi": "Báo cáo chậm", "en": "Late reports" }, "kind": "count", "source": "office" } ],
          "components": [
            { "code": "A", "name": { "vi": "Dịch vụ công", "en": "Public services" }, "criteria": [
              { "code": "A.1", "name": { "vi": "Hồ sơ trực tuyến", "en": "Files online" }, "pillar": "government", "maximum": 60, "rule": { "linear": { "of": { "sum": ["files-online"], "over": ["files-received"] }, "from": 0, "to": 1 } } },
              { "code": "A.2", "name": { "vi": "Phủ sóng", "en": "Coverage" }, "pillar": "foundation", "maximum": 20, "verifyingUnit": "{{Third}}", "rule": { "linear": { "of": "coverage", "from": 0, "to": 100 } } } ] },
            { "code": "B", "name": { "vi": "Thể chế", "en": "Institutions" }, "criteria": [
              { "code": "B.1", "name": { "vi": "Kế hoạch", "en": "Plan" }, "pillar": "government", "maximum": 10, "rule": { "steps": { "of": "plan", "levels": [{ "at": 1, "share": 1 }] } } },
              { "code": "B.2", "name": { "vi": "Hài lòng", "en": "Satisfaction" }, "pillar": "society", "maximum": 10, "rule": { "linear": { "of": "satisfaction", "from": 0, "to": 100 } } } ] },
            { "code": "P", "name": { "vi": "Điểm trừ", "en": "Deductions" }, "block": "penalty", "criteria": [
              { "code": "P.1", "name": { "vi": "Báo cáo chậm", "en": "Late reports" }, "pillar": "government", "maximum": 5, "rule": { "linear": { "of": "late-reports", "from": 0, "to": 5 } } } ] } ]
        }
        """;
}
