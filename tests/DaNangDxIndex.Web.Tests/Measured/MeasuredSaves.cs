using System.Net.Http.Json;
using System.Text.Json.Nodes;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Harness;
using Npgsql;

namespace DaNangDxIndex.Measured;

/// <summary>
/// One save of a figure, turn by turn with the least that a save can be, so that whatever else the machine does meets both.
/// </summary>
internal static class MeasuredSaves
{
    private const int Warm = 600;
    private const int Saves = 200;
    private const int Turns = 7;
    private const int Year = 2025;
    private const string Agency = "w25-hai-chau";
    private const string Figure = "files-received";

    public static async Task PrintAsync(ServedProduct product, ProcessorTime web, ProcessorTime postgres)
    {
        var session = await product.Web.SignInAsync(Role.Assessor);
        var token = await session.TokenAsync($"/da-nang/vi/assessments/{Year}/{Agency}/components/online-services");
        var tenant = await TestApp.AskAsync<Guid>(product.Superuser, "SELECT id FROM tenant WHERE slug = 'da-nang'");
        var account = await TestApp.AskAsync<Guid>(product.Superuser, $"SELECT id FROM account WHERE user_name = 'assessor@da-nang.demo'");
        var address = new Uri($"http://127.0.0.1:{WebProcess.FreePort()}");
        using var bare = BareSaves.Start(address, product.Application, tenant, account);
        using var http = new HttpClient { BaseAddress = address };
        await using var connection = await OpenAsync(product.Application, tenant);
        var (version, sent) = (await VersionAsync(product), 0);
        try
        {
            while (!await AnswersAsync(http))
                await Task.Delay(100);
            (string Name, ProcessorTime Time, Func<Task> Act)[] rows =
            [
                ("product: as the page's script sends it", web, () => SaveAsync(session)),
                ("bare endpoint: transaction, tenant, upsert", new(bare.Id), () => SaveBareAsync(http, "")),
                ("bare endpoint: the same with its entry in the trail", new(bare.Id), () => SaveBareAsync(http, "trail/")),
                ("bare statement: prepared, on a connection that stays open", new(Environment.ProcessId), UpsertAsync),
            ];
            var turns = rows.Select(_ => new List<Cost>()).ToList();
            foreach (var row in rows)
                await Cost.OfAsync(row.Time, postgres, Warm, row.Act);
            for (var turn = 0; turn < Turns; turn++)
                for (var row = 0; row < rows.Length; row++)
                    turns[row].Add(await Cost.OfAsync(rows[row].Time, postgres, Saves, rows[row].Act));
            var queries = await product.QueriesAsync(session, SaveAsync);
            Console.WriteLine(
                $"\n| one save of a figure ({queries} queries) | web, ms | PostgreSQL, ms | by the clock, ms |\n|---|---|---|---|");
            for (var row = 0; row < rows.Length; row++)
                Console.WriteLine($"| {rows[row].Name} | {Cost.Median(turns[row])} |");
        }
        finally
        {
            bare.Kill();
        }

        async Task SaveAsync(Session person)
        {
            using var request = new HttpRequestMessage(
                HttpMethod.Patch, $"/da-nang/api/v1/editions/{Year}/agencies/{Agency}/figures/{Figure}")
            {
                Content = JsonContent.Create(new { value = Next() }),
            };
            request.Content.Headers.ContentLanguage.Add("vi");
            request.Headers.TryAddWithoutValidation("If-Match", $"\"{version}\"");
            request.Headers.Add("RequestVerificationToken", token);
            request.Headers.AcceptLanguage.ParseAdd("vi");
            using var answer = await person.SendAsync(request);
            var body = JsonNode.Parse(await answer.Content.ReadAsStringAsync()).ShouldNotBeNull();
            answer.IsSuccessStatusCode.ShouldBeTrue(body.ToJsonString());
            version = body["version"].ShouldNotBeNull().GetValue<int>();
        }

        async Task SaveBareAsync(HttpClient to, string trail)
        {
            using var answer = await to.PatchAsJsonAsync(
                new Uri($"/{trail}{Year}/{Agency}/files-settled", UriKind.Relative), new { value = Next() });
            JsonNode.Parse(await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync()).ShouldNotBeNull();
        }

        async Task UpsertAsync()
        {
            await using var upsert = BareSaves.Command(BareSaves.Upsert, connection, Year, Agency, "files-settled", Next(), account);
            await upsert.ExecuteNonQueryAsync();
        }

        string Next() => $"{3000 + (sent++ % 1000)}";
    }

    private static async Task<NpgsqlConnection> OpenAsync(string application, Guid tenant)
    {
        var connection = new NpgsqlConnection($"{application};Max Auto Prepare=20");
        await connection.OpenAsync();
        await using var tell = BareSaves.Command("SELECT set_config('app.tenant_id', $1, false)", connection, tenant.ToString());
        await tell.ExecuteNonQueryAsync();
        return connection;
    }

    private static Task<int> VersionAsync(ServedProduct product) => TestApp.AskAsync<int>(product.Superuser,
        $"SELECT coalesce((SELECT version FROM figure_entry WHERE year = {Year} AND agency = '{Agency}' AND figure = '{Figure}'), 0)");

    private static async Task<bool> AnswersAsync(HttpClient http)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri("/", UriKind.Relative));
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
