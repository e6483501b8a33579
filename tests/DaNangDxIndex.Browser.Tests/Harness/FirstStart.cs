using System.Collections.Concurrent;
using System.Diagnostics;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Database.Embedded;
using DaNangDxIndex.Demo;
using Npgsql;

namespace DaNangDxIndex.Harness;

/// <summary>
/// Data as the first start over an empty folder leaves them: cluster, schema, demo. Made once for a run; each class of tests has a copy.
/// </summary>
internal static class FirstStart
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<string>>> Made = new(StringComparer.Ordinal);

    /// <param name="folder">Made here.</param>
    /// <param name="demoYear">"true" where the running year is to stand in its middle.</param>
    public static async Task CopyAsync(string folder, string demoYear)
    {
        var made = await Made.GetOrAdd(demoYear, _ => new(() => MakeAsync(demoYear))).Value;
        // Owners go along: PostgreSQL takes only what belongs to it.
        using var copy = Process.Start("cp", ["-a", made, folder]);
        await copy.WaitForExitAsync();
        copy.ExitCode.ShouldBe(0);
    }

    private static async Task<string> MakeAsync(string demoYear)
    {
        RemoveLeftovers();
        var folder = Path.Combine(Path.GetTempPath(), $"dx-first-{Environment.ProcessId}-{demoYear}");
        var address = Product.FreeAddress();
        using var product = ProductProcess.Start(folder, address, demoYear);
        await product.ReadyAsync(address);
        await ShortenSignInsAsync(folder);
        await product.StopAsync();
        return folder;
    }

    /// <summary>A password is as good in a test after one round as after two hundred thousand.</summary>
    private static async Task ShortenSignInsAsync(string folder)
    {
        await using var database = new NpgsqlConnection(new LocalPostgres(folder).Connection("postgres") + ";Pooling=false");
        await database.OpenAsync();
        await using var change = new NpgsqlCommand("UPDATE account SET password_hash = $1 WHERE password_hash IS NOT NULL", database);
        change.Parameters.Add(new() { Value = new PasswordHashes(rounds: 1).HashPassword(new() { FullName = "" }, DemoAccounts.Password) });
        (await change.ExecuteNonQueryAsync()).ShouldBeGreaterThan(0);
    }

    /// <summary>A run that ends has no time to take its own away, so the next one does; another may be at it at the same moment.</summary>
    private static void RemoveLeftovers()
    {
        foreach (var folder in Directory.EnumerateDirectories(Path.GetTempPath(), "dx-first-*"))
        {
            if (Directory.Exists($"/proc/{Path.GetFileName(folder).Split('-')[2]}"))
                continue;
            try
            {
                Directory.Delete(folder, recursive: true);
            }
            catch (DirectoryNotFoundException)
            {
                // Two runs that begin together both clear up.
            }
        }
    }
}
