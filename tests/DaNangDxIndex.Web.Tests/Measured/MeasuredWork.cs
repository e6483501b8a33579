using DaNangDxIndex.Harness;
using Npgsql;

namespace DaNangDxIndex.Measured;

/// <summary>
/// What docs/performance.md tells of pages and saves: dotnet run -c Release --project tests/DaNangDxIndex.Web.Tests -- --work, or with
/// "pages" or "saves" one of both; with "year" a year of 93 communes and 60 criteria from entry to its end.
/// </summary>
internal static class MeasuredWork
{
    public static async Task<int> PrintAsync(IReadOnlyList<string> parts)
    {
        await using var product = await ServedProduct.StartAsync();
        await using var connection = new NpgsqlConnection(product.Superuser);
        await connection.OpenAsync();
        var (web, postgres) = (new ProcessorTime(product.Web.Id), ProcessorTime.OfServer(connection.ProcessID));
        if (parts is [] || parts.Contains("pages", StringComparer.Ordinal))
            await MeasuredPages.PrintAsync(product, web, postgres);
        if (parts is [] || parts.Contains("saves", StringComparer.Ordinal))
            await MeasuredSaves.PrintAsync(product, web, postgres);
        if (parts.Contains("year", StringComparer.Ordinal))
            await MeasuredYear.PrintAsync(product, web, postgres);
        return 0;
    }
}
