using System.Diagnostics;
using DaNangDxIndex.Database;
using DaNangDxIndex.Database.Embedded;
using DaNangDxIndex.Demo;
using DaNangDxIndex.Evidence;
using DaNangDxIndex.Harness;
using DaNangDxIndex.Tenancy;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace DaNangDxIndex.Measured.Country;

/// <summary>
/// deploy/rehearse-move: a province of 353 agencies and ten editions from one PostgreSQL to another and back, while people of it and of
/// another one save through two web processes. On the way back the command is killed and given again. Exit code 1 where a save was lost.
/// </summary>
internal static class MeasuredMove
{
    private const int Files = 200;
    private const int People = 20;
    private const string Moved = "tinh-01";
    private const string Other = "tinh-02";

    public static async Task<int> PrintAsync()
    {
        var folder = Directory.CreateTempSubdirectory("dx-move-").FullName;
        await using var home = new LocalPostgres(Path.Combine(folder, "home"));
        await using var north = new LocalPostgres(Path.Combine(folder, "north"));
        await home.EnsureRunningAsync(default);
        await north.EnsureRunningAsync(default);
        var settings = SettingsOf(home, north, Path.Combine(folder, "evidence"));
        try
        {
            await LoadAsync(home, settings);
            return await RehearseAsync(home, north, settings);
        }
        finally
        {
            await north.DisposeAsync();
            await home.DisposeAsync();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<int> RehearseAsync(LocalPostgres home, LocalPostgres north, Dictionary<string, string> settings)
    {
        using var served = await ServedAsync(settings);
        using var another = await ServedAsync(settings);
        await using var saves = await SavesOfTwo.BeginAsync([served, another], [Moved, Other], People);
        await Task.Delay(TimeSpan.FromSeconds(5));

        Console.WriteLine($"{Moved} from home to north:");
        await MoveAsync(settings, "north");
        saves.Print("There");

        Console.WriteLine($"\nBack, and the command is killed two seconds after it closed the province:");
        using (var killed = WebProcess.Verb(settings, "tenant", "move", Moved, "--to", "home"))
        {
            await UntilClosedAsync(north);
            await Task.Delay(TimeSpan.FromSeconds(2));
            killed.Kill();
        }
        var places = await ProgramVerb.RunAsync(settings, "tenant", "list");
        Console.WriteLine(places.Told);
        await MoveAsync(settings, "home");
        saves.Print("Back");

        var lost = await saves.LostAsync(home.Connection("postgres"));
        Console.WriteLine((await ProgramVerb.RunAsync(settings, "audit", "verify")).Told);
        Console.WriteLine($"Saves acknowledged: {saves.Acknowledged}; figures that lost one: {lost}.");
        return lost == 0 ? 0 : 1;
    }

    private static async Task MoveAsync(Dictionary<string, string> settings, string to)
    {
        var clock = Stopwatch.StartNew();
        var (code, told) = await ProgramVerb.RunAsync(settings, "tenant", "move", Moved, "--to", to, "--lang", "en");
        Console.WriteLine($"{told}exit code {code}, {clock.Elapsed.TotalSeconds:0.0} s in all");
        code.ShouldBe(0);
    }

    private static async Task UntilClosedAsync(LocalPostgres at)
    {
        while (!await TestApp.AskAsync<bool>(at.Connection("dx_owner"), $"SELECT closed_at IS NOT NULL FROM tenant WHERE slug = '{Moved}'"))
            await Task.Delay(50);
    }

    private static async Task<WebProcess> ServedAsync(Dictionary<string, string> settings)
    {
        var web = WebProcess.OverDatabase(settings["ConnectionStrings__Dx"],
            [.. settings.Where(setting => !setting.Key.EndsWith("Owner", StringComparison.Ordinal))
                .Select(setting => (setting.Key, setting.Value)),
                ("ASPNETCORE_CONTENTROOT", Path.Combine(Repository.Root, "src", "DaNangDxIndex.Web"))]);
        await web.UntilReadyAsync();
        return web;
    }

    private static async Task LoadAsync(LocalPostgres home, Dictionary<string, string> settings)
    {
        Environment.SetEnvironmentVariable(
            "ASPNETCORE_TEST_CONTENTROOT_DANANGDXINDEX_WEB", Path.Combine(Repository.Root, "src", "DaNangDxIndex.Web"));
        await using var within = TestCluster.Host(settings["ConnectionStrings__Dx"], settings["ConnectionStrings__DxOwner"],
            settings.ToDictionary(setting => setting.Key.Replace("__", ":", StringComparison.Ordinal), setting => setting.Value));
        var tenants = await new WholeCountry(home.Connection("postgres"), within.Services).LoadAsync(provinces: 2);
        await new CountryFigures(home.Connection("postgres"), tenants).PrintAsync();
        for (var year = WholeCountry.FirstYear; year < WholeCountry.LastYear; year++)
            await InAsync(within, tenants[0], services => DemoPublication.PublishAsync(services, tenants[0], year, default));
        await InAsync(within, tenants[0], KeepFilesAsync);
    }

    private static async Task InAsync(WebApplicationFactory<Program> within, Tenant tenant, Func<IServiceProvider, Task> act)
    {
        await using var scope = within.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentTenant>().Enter(tenant);
        await act(scope.ServiceProvider);
    }

    private static async Task KeepFilesAsync(IServiceProvider services)
    {
        var (db, tenant) = (services.GetRequiredService<DxIndexDb>(), services.GetRequiredService<CurrentTenant>().Required);
        for (var file = 0; file < Files; file++)
        {
            var received = await services.GetRequiredService<EvidenceStore>().TakeAsync(tenant, new MemoryStream(Shelf.Pdf()), default);
            db.Add(new StoredFile(received.Digest, received.Size, received.Type, DateTimeOffset.UtcNow));
        }
        await db.SaveChangesAsync();
    }

    private static Dictionary<string, string> SettingsOf(LocalPostgres home, LocalPostgres north, string evidence) =>
        new(StringComparer.Ordinal)
        {
            ["ConnectionStrings__Dx"] = home.Connection("dx_app"),
            ["ConnectionStrings__DxOwner"] = home.Connection("dx_owner"),
            ["Clusters__north__Dx"] = north.Connection("dx_app"),
            ["Clusters__north__DxOwner"] = north.Connection("dx_owner"),
            ["DX_EVIDENCE"] = evidence,
        };
}
