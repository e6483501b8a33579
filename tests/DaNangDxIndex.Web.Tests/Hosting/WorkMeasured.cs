using System.Diagnostics;
using System.Globalization;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Demo;
using DaNangDxIndex.Harness;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace DaNangDxIndex.Hosting;

/// <summary>
/// What the pages of those who work cost, and one save of a figure beside a bare upsert: queries, and processor time of the web (with its
/// client) and of PostgreSQL. dotnet run -c Release --project tests/DaNangDxIndex.Web.Tests -- --work
/// </summary>
internal static class WorkMeasured
{
    private const int Repeats = 40;
    private const int Turns = 5;
    private const int Saves = 100;
    private const string Agency = "w25-hai-chau";

    /// <summary>In the demo's edition of 2025, with its 93 wards and communes.</summary>
    private static readonly (string Name, Role Role, string Path)[] Entry =
    [
        ("work", Role.Assessor, "/work"),
        ("entry: overview", Role.Assessor, $"/assessments/2025/{Agency}"),
        ("entry: one component", Role.Assessor, $"/assessments/2025/{Agency}/components/online-services"),
        ("entry: check and submit", Role.Approver, $"/assessments/2025/{Agency}/check"),
    ];

    private static readonly (string Name, Role Role, string Path)[] Others =
    [
        ("appraisal: queue", Role.LeadAppraiser, "/appraisal/2025"),
        ("appraisal: bench", Role.LeadAppraiser, $"/appraisal/2025/{Agency}"),
        ("appraisal: round", Role.LeadAppraiser, $"/appraisal/2025/{Agency}/round"),
        ("office: progress", Role.Office, "/editions/2025/progress"),
        ("office: findings", Role.Office, "/editions/2025/findings"),
        ("office: preview of results", Role.Office, "/editions/2025/preview"),
    ];

    public static async Task<int> PrintAsync()
    {
        Environment.SetEnvironmentVariable(
            "ASPNETCORE_TEST_CONTENTROOT_DANANGDXINDEX_WEB", Path.Combine(Repository.Root, "src", "DaNangDxIndex.Web"));
        Environment.SetEnvironmentVariable("Serilog__MinimumLevel", "Error");
        var app = new TestApp();
        await app.InitializeAsync();
        var postgres = new ProcessorTime(await TestApp.AskAsync<int>(app.Superuser, "SELECT pg_backend_pid()"));
        Console.WriteLine("| page | queries | web, ms | PostgreSQL, ms |\n|---|---|---|---|");
        foreach (var (name, role, path) in Entry)
            await PrintPageAsync(app, postgres, name, await app.SignedInAsync(role), path);
        await TestApp.AskAsync<int>(app.Superuser,
            $"""
            UPDATE assessment SET state = 'submitted', submitted_digest = repeat('0', 64), submitted_at = now(),
                submitted_by = (SELECT id FROM account WHERE user_name = '{DemoAccounts.UserName(Role.Approver, "da-nang")}')
            WHERE year = 2025 AND agency = '{Agency}'
            """);
        foreach (var (name, role, path) in Others)
            await PrintPageAsync(app, postgres, name, await app.SignedInAsync(role), path);
        await PrintSavesAsync(app, postgres);
        await app.DisposeAsync();
        return 0;
    }

    private static async Task PrintPageAsync(TestApp app, ProcessorTime postgres, string name, Visitor visitor, string path)
    {
        for (var warm = 0; warm < 5; warm++)
            await visitor.OpenAsync(path);
        var queries = await Queries.CountAsync(app, () => visitor.GetAsync(path));
        var (web, database) = (Environment.CpuUsage.TotalTime, postgres.Spent());
        for (var repeat = 0; repeat < Repeats; repeat++)
        {
            using var answer = await visitor.GetAsync(path);
        }
        Console.WriteLine(
            $"| {name} | {queries} | {Each(Environment.CpuUsage.TotalTime - web, Repeats)} "
            + $"| {Each(postgres.Spent() - database, Repeats)} |");
    }

    /// <summary>Turn by turn, so that whatever else the machine does meets both.</summary>
    private static async Task PrintSavesAsync(TestApp app, ProcessorTime postgres)
    {
        var edition = await OpenEdition.AddAsync(app);
        var assessor = await Saving.AsAsync(edition, await app.SignedInAsync(Role.Assessor));
        var tenant = await TestApp.AskAsync<Guid>(app.Owner, "SELECT id FROM tenant WHERE slug = 'da-nang'");
        var account = await app.InDatabaseAsync("da-nang", db => db.Set<Account>().Select(one => one.Id).FirstAsync());
        await using var connection = new NpgsqlConnection($"{app.Application};Max Auto Prepare=20");
        await connection.OpenAsync();
        await using (var tell = new NpgsqlCommand($"SELECT set_config('app.tenant_id', '{tenant}', false)", connection))
            await tell.ExecuteNonQueryAsync();
        var (saved, upserted) = (0, 0);
        await SaveAsync();
        await UpsertAsync();
        var queries = await Queries.CountAsync(app, SaveAsync);
        var (saves, upserts) = (new List<Cost>(), new List<Cost>());
        for (var turn = 0; turn < Turns; turn++)
        {
            saves.Add(await CostAsync(postgres, Saves, SaveAsync));
            upserts.Add(await CostAsync(postgres, Saves, UpsertAsync));
        }
        Console.WriteLine($"\n| one save of a figure | queries | web, ms | PostgreSQL, ms | by the clock, ms |\n|---|---|---|---|---|");
        Console.WriteLine($"| as the page's script sends it | {queries} | {Cost.Median(saves)} |");
        Console.WriteLine($"| bare upsert, prepared, on a connection that stays open | 1 | {Cost.Median(upserts)} |");

        Task SaveAsync() => assessor.SavedAsync("files-received", $"{saved + 1}", saved++);

        async Task UpsertAsync()
        {
            await using var command = new NpgsqlCommand(
                """
                INSERT INTO figure_entry (year, agency, figure, declared, declared_by, declared_at, provenance, version)
                VALUES ($1, $2, 'files-paid', $3, $4, now(), 'agency', 1)
                ON CONFLICT (tenant_id, year, agency, figure)
                DO UPDATE SET declared = excluded.declared, declared_by = excluded.declared_by, declared_at = excluded.declared_at,
                    version = figure_entry.version + 1
                """, connection)
            {
                Parameters =
                {
                    new() { Value = edition.Year },
                    new() { Value = edition.Agency },
                    new() { Value = $"{++upserted}" },
                    new() { Value = account },
                },
            };
            await command.ExecuteNonQueryAsync();
        }
    }

    private static async Task<Cost> CostAsync(ProcessorTime postgres, int times, Func<Task> act)
    {
        var (web, database, clock) = (Environment.CpuUsage.TotalTime, postgres.Spent(), Stopwatch.StartNew());
        for (var time = 0; time < times; time++)
            await act();
        return new((Environment.CpuUsage.TotalTime - web) / times, (postgres.Spent() - database) / times, clock.Elapsed / times);
    }

    private static string Each(TimeSpan all, int times) => Milliseconds(all / times);

    private static string Milliseconds(TimeSpan time) => time.TotalMilliseconds.ToString("0.0", CultureInfo.InvariantCulture);

    private sealed record Cost(TimeSpan Web, TimeSpan Database, TimeSpan Clock)
    {
        public static string Median(List<Cost> costs) =>
            string.Join(" | ", new Func<Cost, TimeSpan>[] { cost => cost.Web, cost => cost.Database, cost => cost.Clock }
                .Select(part => Milliseconds(costs.Select(part).Order().ElementAt(costs.Count / 2))));
    }

    /// <summary>
    /// Of the whole server: its first process, those that have ended, and those that run. The kernel counts in hundredths of a second.
    /// </summary>
    private sealed class ProcessorTime(int backend)
    {
        private readonly int _server = Stat(backend).Parent;

        public TimeSpan Spent()
        {
            var children = File.ReadAllText($"/proc/{_server}/task/{_server}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var ticks = Stat(_server).Ended + children.Select(child => int.Parse(child, CultureInfo.InvariantCulture))
                .Append(_server).Sum(pid => Stat(pid).Own);
            return TimeSpan.FromMilliseconds(10 * ticks);
        }

        private static (int Parent, long Own, long Ended) Stat(int pid)
        {
            try
            {
                var text = File.ReadAllText($"/proc/{pid}/stat");
                var fields = text[(text.LastIndexOf(')') + 2)..].Split(' ').Skip(1).Take(14)
                    .Select(field => long.Parse(field, CultureInfo.InvariantCulture)).ToList();
                return ((int)fields[0], fields[10] + fields[11], fields[12] + fields[13]);
            }
            catch (IOException)
            {
                return default;
            }
        }
    }
}
