using DaNangDxIndex.Accounts;
using DaNangDxIndex.Accounts.Tokens;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Demo;
using DaNangDxIndex.Harness;
using DaNangDxIndex.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace DaNangDxIndex.Database;

/// <summary>
/// What is asked most finds its rows by more than the tenant: of a province's twelve million figures a save reads those of one agency.
/// </summary>
public sealed class QueryPlansTests : IAsyncLifetime
{
    private const string Agency = "w25-hai-chau";

    /// <summary>Those that grow with every agency and every year, and are as large here as <see cref="ManyYears"/> makes them.</summary>
    private static readonly string[] Growing =
    [
        "account", "account_door", "account_session", "approval", "assessment", "attachment", "audit_entry", "audit_origin",
        "clarification", "figure_entry", "heard_figure", "kept_request", "letter", "message", "notice", "piece", "piece_revision",
        "stored_file", "verdict",
    ];

    /// <summary>They hold what few rows come under, and those for a while.</summary>
    private static readonly string[] IndexesOfFew = ["letter_not_sent", "account_open", "account_link_in_halves"];

    /// <summary>
    /// Names are looked for without their marks, in the program: that page reads all accounts, 3,000 in some 25 ms, and shows a page of
    /// them.
    /// </summary>
    private static readonly string[] ReadWhole = ["/accounts account"];

    private readonly PlansTold _plans = new();
    private readonly TestApp _app;

    public QueryPlansTests() =>
        _app = new() { Replace = services => services.ConfigureDbContext<DxIndexDb>(db => db.AddInterceptors(_plans)) };

    public async Task InitializeAsync()
    {
        await _app.InitializeAsync();
        var database = new NpgsqlConnectionStringBuilder(_app.Application).Database;
        await TestApp.AskAsync<int>(_app.Superuser, PlansTold.TellingFor("dx_app", database.ShouldNotBeNull()));
        await ManyYears.AddAsync(_app);
    }

    public Task DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task No_page_of_those_who_work_reads_a_growing_table_by_its_tenant_alone()
    {
        await QueriesOfPagesTests.HandInAsync(_app);
        var over = new List<string>();
        await OpenAsync(Role.Assessor, "/work", $"/assessments/2025/{Agency}", $"/assessments/2025/{Agency}/components/online-services",
            $"/assessments/2025/{Agency}/check", "/notices", $"/evidence/{Agency}");
        await OpenAsync(Role.LeadAppraiser, "/work", "/appraisal/2025", $"/appraisal/2025/{Agency}", $"/appraisal/2025/{Agency}/round",
            "/appraisal/2025?by=criterion", "/appraisal/2025/groups/wards/criteria/1.1");
        await OpenAsync(Role.Office, "/work", "/editions/2025/progress", "/editions/2025/findings", "/editions/2025/preview",
            "/notices/letters");
        await OpenAsync(Role.Administrator, "/work", "/accounts", "/accounts/sessions", "/notices", "/audit");
        await OpenAsync(Role.Auditor, "/audit?before=30000", "/audit?agency=w25-hai-chau", "/audit?of=1.1", "/audit?act=verdict");
        over.Distinct().ShouldBeEmpty();

        async Task OpenAsync(Role role, params string[] paths)
        {
            var person = await _app.SignedInAsync(role);
            foreach (var path in paths)
            {
                _plans.Take();
                await person.OpenAsync(path);
                var scans = _plans.Take();
                scans.ShouldNotBeEmpty($"{path} asks nothing, or nothing is told of it.");
                over.AddRange(scans.Where(IsTooMuch).Where(reading => !ReadWhole.Contains($"{path} {reading.Table}"))
                    .Select(reading => $"{role} {path}: {reading}"));
            }
        }
    }

    [Fact]
    public async Task A_save_reads_figures_of_its_own_agency_alone()
    {
        var edition = await OpenEdition.AddAsync(_app);
        var assessor = await Saving.AsAsync(edition, await _app.SignedInAsync(Role.Assessor));
        await assessor.SavedAsync("files-received", "10");
        _plans.Take();

        await assessor.SavedAsync("files-received", "11", version: 1);

        var scans = _plans.Take();
        scans.Where(IsTooMuch).ShouldBeEmpty();
        var figures = scans.Where(reading => reading.Table is "figure_entry" or "heard_figure").ToList();
        figures.ShouldNotBeEmpty();
        figures.ShouldAllBe(reading => reading.Condition.Contains("agency = ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_sign_in_and_a_request_with_a_key_read_what_is_kept_of_their_own_person_alone()
    {
        var program = new AskingProgram(_app, await AskingProgram.IssueAsync(_app, Role.Assessor, TokenScope.Enter));
        _plans.Take();

        await _app.SignInAsync(DemoAccounts.UserName(Role.Assessor, "da-nang"), DemoAccounts.Password);
        using var cited = await program.SendAsync(HttpMethod.Post, $"/da-nang/api/v1/agencies/{Agency}/evidence/documents",
            new { title = "Kế hoạch", number = "12/KH-UBND", issuer = "UBND thành phố", date = "2026-01-15" }, key: "one");

        cited.IsSuccessStatusCode.ShouldBeTrue();
        var scans = _plans.Take();
        scans.Where(IsTooMuch).ShouldBeEmpty();
        foreach (var table in new[] { "account", "account_door", "kept_request" })
            scans.ShouldContain(reading => reading.Table == table);
    }

    private static bool IsTooMuch(PlansTold.Reading reading) =>
        Growing.Contains(reading.Table) && reading.IsByTenantAlone && !IndexesOfFew.Contains(reading.Index);
}
