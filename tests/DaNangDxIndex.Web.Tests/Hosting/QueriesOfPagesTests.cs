using DaNangDxIndex.Accounts;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Demo;
using DaNangDxIndex.Harness;

namespace DaNangDxIndex.Hosting;

/// <summary>
/// How often the pages of those who work ask the database, with the demo's 2025. Counts, not times: they are the same on every machine.
/// </summary>
public sealed class QueriesOfPagesTests(TestApp app) : IClassFixture<TestApp>
{
    private const int Most = 15;
    private const string Agency = "w25-hai-chau";

    [Fact]
    public async Task No_page_of_those_who_work_asks_the_database_more_than_fifteen_times()
    {
        var over = new List<string>();
        await AskAsync(Role.Assessor, "/work", $"/assessments/2025/{Agency}", $"/assessments/2025/{Agency}/components/online-services");
        await AskAsync(Role.Approver, "/work", $"/assessments/2025/{Agency}/check");
        await HandInAsync(app);
        await AskAsync(Role.LeadAppraiser, "/work", "/appraisal/2025", $"/appraisal/2025/{Agency}", $"/appraisal/2025/{Agency}/round",
            "/appraisal/2025?by=criterion", "/appraisal/2025/groups/wards/criteria/1.1");
        await AskAsync(Role.Office, "/work", "/editions/2025/progress", "/editions/2025/findings", "/editions/2025/preview");
        over.ShouldBeEmpty();

        async Task AskAsync(Role role, params string[] paths)
        {
            var person = await app.SignedInAsync(role);
            foreach (var path in paths)
            {
                await person.OpenAsync(path);
                if (await Queries.CountAsync(app, () => person.OpenAsync(path)) is var times and (0 or > Most))
                    over.Add($"{role} {path}: {times}");
            }
        }
    }

    /// <summary>
    /// The account is looked up as the tenant is told, the sheet is read under its lock, figure and trail are written; begin goes with the
    /// sheet, and the commit is no question.
    /// </summary>
    [Fact]
    public async Task A_figure_is_saved_in_three_round_trips()
    {
        var edition = await OpenEdition.AddAsync(app);
        var assessor = await Saving.AsAsync(edition, await app.SignedInAsync(Role.Assessor));
        await assessor.SavedAsync("files-received", "10");

        (await Queries.CountAsync(app, () => assessor.SavedAsync("files-received", "11", version: 1))).ShouldBeInRange(1, 3);
    }

    /// <summary>So that appraisers have something to open.</summary>
    internal static Task HandInAsync(TestApp app) => TestApp.AskAsync<int>(app.Superuser,
        $"""
        UPDATE assessment SET state = 'submitted', submitted_digest = repeat('0', 64), submitted_at = now(),
            submitted_by = (SELECT id FROM account WHERE user_name = '{DemoAccounts.UserName(Role.Approver, "da-nang")}')
        WHERE year = 2025 AND agency = '{Agency}'
        """);
}
