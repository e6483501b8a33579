using System.Globalization;
using System.Text.Json.Nodes;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Database.Embedded;
using DaNangDxIndex.Harness;
using Npgsql;
using Xunit.Abstractions;

namespace DaNangDxIndex.Assessments;

/// <summary>
/// The product as ./run starts it, on a durable database of its own, while web process and database are killed under the hands of who
/// saves.
/// </summary>
public sealed class StormOfSavesTests(ITestOutputHelper output) : IDisposable
{
    private const int Writers = 6;
    private const string Agency = "/da-nang/api/v1/editions/2025/agencies/w25-hai-chau";
    private readonly string _folder = Directory.CreateTempSubdirectory("dx-storm-").FullName;
    private readonly List<WebProcess> _programs = [];
    private Session? _session;

    private Session Session => _session ?? throw new InvalidOperationException("Nobody has signed in.");

    [Fact, Trait("Length", "Long")]
    public async Task Every_acknowledged_save_is_there_whatever_is_killed_and_nothing_is_there_by_half()
    {
        var seed = Environment.TickCount;
        var random = new Random(seed);
        await StartAsync();
        _session = await _programs[^1].SignInAsync(Role.Assessor);
        var token = await Session.TokenAsync("/da-nang/vi/assessments/2025/w25-hai-chau/components/online-services");
        var figures = await NeverSavedAsync();
        var writers = figures.Select(figure => new FigureWriter(new($"{Agency}/figures/{figure}", UriKind.Relative), token)).ToList();

        using var enough = new CancellationTokenSource();
        var writing = writers.Select(writer => Task.Run(() => writer.WriteAsync(() => Session, enough.Token))).ToList();
        string[] victims = ["web", "database", "both"];
        for (var kill = 0; kill < 30; kill++)
        {
            await UntilSavedAsync(writing, writers, 30 + random.Next(40));
            await KillAsync(victims[random.Next(victims.Length)]);
        }
        await UntilSavedAsync(writing, writers, 30);
        await enough.CancelAsync();
        await Task.WhenAll(writing);

        output.WriteLine(
            $"seed {seed}: 30 kills, {writers.Sum(writer => writer.Acknowledged)} saves acknowledged, "
            + $"{writers.Sum(writer => writer.SentAgain)} sent again");
        foreach (var (figure, writer) in figures.Zip(writers))
        {
            // The last one may have been stored whose answer never came; it is either there whole or not at all.
            var stored = await StoredAsync(figure);
            stored.Value.ShouldBeInRange(writer.Acknowledged, writer.Acknowledged + 1, $"{figure}, seed {seed}");
            stored.Version.ShouldBe(stored.Value, $"{figure}, seed {seed}");
            (await EntriesAsync(figure)).ShouldBe(stored.Value, $"{figure} in the trail, seed {seed}");
        }
        (await TestApp.AskAsync<long>(Owner, "SELECT count(*) FROM audit_waiting")).ShouldBe(0);
        (await TestApp.AskAsync<long>(
            Owner, "SELECT max(number) - count(*) FROM audit_entry JOIN tenant ON tenant.id = tenant_id WHERE slug = 'da-nang'"))
            .ShouldBe(0);
    }

    public void Dispose()
    {
        foreach (var program in _programs)
            program.Dispose();
        NpgsqlConnection.ClearAllPools();
        PrivateServer.Remove(_folder);
    }

    private string Owner => new LocalPostgres(_folder).Connection("dx_owner") + ";Pooling=false";

    private async Task StartAsync()
    {
        var program = WebProcess.OverFolder(_folder);
        _programs.Add(program);
        await program.UntilReadyAsync();
        if (_session is not null)
            _session = _session.At(program);
    }

    private async Task KillAsync(string victim)
    {
        if (victim is "database" or "both")
            WebProcess.Signal("KILL", Postmaster());
        if (victim is "web" or "both")
        {
            _programs[^1].Kill();
            await StartAsync();
        }
    }

    /// <summary>Until so many more saves were acknowledged; a writer that gave up fails here.</summary>
    private static async Task UntilSavedAsync(List<Task> writing, List<FigureWriter> writers, int more)
    {
        var before = writers.Sum(writer => writer.Acknowledged);
        for (var tries = 0; writers.Sum(writer => writer.Acknowledged) < before + more; tries++)
        {
            foreach (var failed in writing.Where(task => task.IsFaulted))
                await failed;
            tries.ShouldBeLessThan(2400, "nothing was saved for two minutes");
            await Task.Delay(50);
        }
    }

    /// <summary>Figures that take whole numbers of any size and that nobody has touched yet.</summary>
    private async Task<List<string>> NeverSavedAsync()
    {
        using var answer = await Session.GetAsync($"{Agency}/figures");
        var listed = JsonNode.Parse(await answer.Content.ReadAsStringAsync()).ShouldNotBeNull().AsArray().OfType<JsonObject>()
            .Where(figure => figure["source"]?.GetValue<string>() == "agency" && figure["version"]?.GetValue<int>() == 0)
            .Select(figure => figure["code"]?.GetValue<string>() ?? "");
        var file = await TestApp.AskAsync<string>(
            Owner,
            "SELECT criteria_file::text FROM edition_group JOIN tenant ON tenant.id = tenant_id WHERE slug = 'da-nang' AND year = "
            + "2025 AND code = 'wards'");
        var counts = JsonNode.Parse(file ?? "").ShouldNotBeNull()["figures"].ShouldNotBeNull().AsArray().OfType<JsonObject>()
            .Where(figure => figure["kind"]?.GetValue<string>() == "count" && figure["most"] is null)
            .Select(figure => figure["code"]?.GetValue<string>() ?? "");
        List<string> free = [.. listed.Intersect(counts, StringComparer.Ordinal).Take(Writers)];
        free.Count.ShouldBe(Writers);
        return free;
    }

    private async Task<(int Value, int Version)> StoredAsync(string figure)
    {
        var row = await TestApp.AskAsync<string>(
            Owner,
            $"SELECT declared || ' ' || figure_entry.version {FromTenant("figure_entry")} AND year = 2025 AND agency = 'w25-hai-chau' "
            + $"AND figure = '{figure}'");
        var words = row.ShouldNotBeNull(figure).Split(' ').Select(word => int.Parse(word, CultureInfo.InvariantCulture)).ToList();
        return (words[0], words[1]);
    }

    private Task<int> EntriesAsync(string figure) => TestApp.AskAsync<int>(
        Owner,
        $"SELECT count(*)::int {FromTenant("audit_entry")} AND verb = 'figure.declare' AND subject = "
        + $"'editions/2025/agencies/w25-hai-chau/figures/{figure}'");

    private static string FromTenant(string table) => $"FROM {table} JOIN tenant ON tenant.id = tenant_id WHERE slug = 'da-nang'";

    private int Postmaster()
    {
        var cluster = Directory.EnumerateDirectories(_folder, "pg*").ShouldHaveSingleItem();
        return int.Parse(File.ReadLines(Path.Combine(cluster, "postmaster.pid")).First(), CultureInfo.InvariantCulture);
    }
}
