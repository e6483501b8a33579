using Npgsql;

namespace DaNangDxIndex.Measured;

/// <summary>
/// What docs/performance.md tells of pages and saves: dotnet run -c Release --project tests/DaNangDxIndex.Web.Tests -- --work, or with
/// "pages" or "saves" one of both; with "year" a year of 93 communes and 60 criteria from entry to its end. With "slow-disk" each commit
/// waits for 1.2 ms more, as on a disk that takes its time to be sure.
/// </summary>
internal static class MeasuredWork
{
    public static async Task<int> PrintAsync(IReadOnlyList<string> parts)
    {
        await using var product = await ServedProduct.StartAsync();
        await using var connection = new NpgsqlConnection(product.Superuser);
        await connection.OpenAsync();
        if (parts.Contains("slow-disk", StringComparer.Ordinal))
            await SlowCommitsAsync(connection);
        var (web, postgres) = (new ProcessorTime(product.Web.Id), ProcessorTime.OfServer(connection.ProcessID));
        if (parts is [] || parts.Contains("pages", StringComparer.Ordinal))
            await MeasuredPages.PrintAsync(product, web, postgres);
        if (parts is [] || parts.Contains("saves", StringComparer.Ordinal))
            await MeasuredSaves.PrintAsync(product, web, postgres);
        if (parts.Contains("year", StringComparer.Ordinal))
            await MeasuredYear.PrintAsync(product, web, postgres);
        return 0;
    }

    private static async Task SlowCommitsAsync(NpgsqlConnection superuser)
    {
        foreach (var setting in (string[])["commit_delay = 1200", "commit_siblings = 0"])
        {
            await using var set = new NpgsqlCommand($"ALTER SYSTEM SET {setting}", superuser);
            await set.ExecuteNonQueryAsync();
        }
        await using var heard = new NpgsqlCommand("SELECT pg_reload_conf()", superuser);
        await heard.ExecuteNonQueryAsync();
    }
}
