using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using DaNangDxIndex.Database.Embedded;
using Npgsql;

namespace DaNangDxIndex.Backups;

/// <summary>
/// pg_dump and pg_restore of this machine. What they need to sign in goes by the environment: others may read a command line.
/// </summary>
internal static partial class PostgresTools
{
    /// <summary>The oldest that is not older than the server: what a newer one writes, an older server may not read.</summary>
    /// <exception cref="BackupRefusal"/>
    public static string Find(string program, int major) =>
        (PostgresFolders.Named is { } named ? PostgresFolders.OfTheMachine().Prepend(named) : PostgresFolders.OfTheMachine())
            .Select(folder => Path.Combine(folder, program)).Distinct(StringComparer.Ordinal)
            .Select(path => (Path: path, Major: PostgresFolders.MajorOf(path) ?? 0)).Where(found => found.Major >= major)
            .OrderBy(found => found.Major).Select(found => found.Path).FirstOrDefault() ?? throw BackupRefusal.NoProgram(program, major);

    /// <exception cref="BackupRefusal">With the last of what the program said.</exception>
    public static async Task RunAsync(string path, IEnumerable<string> arguments, string connection, CancellationToken ct)
    {
        var start = Quiet(path, ["--no-password", .. arguments]);
        foreach (var (name, value) in Environment(new NpgsqlConnectionStringBuilder(connection)))
            start.Environment[name] = value;
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{path} did not start.");
        var said = Task.WhenAll(process.StandardOutput.ReadToEndAsync(ct), process.StandardError.ReadToEndAsync(ct));
        await process.WaitForExitAsync(ct);
        var lines = (await said)[1].Split('\n', StringSplitOptions.RemoveEmptyEntries);
        if (process.ExitCode != 0)
            throw BackupRefusal.Failed(Path.GetFileName(path), string.Join(' ', lines.TakeLast(5)));
    }

    private static IEnumerable<(string Name, string Value)> Environment(NpgsqlConnectionStringBuilder connection)
    {
        yield return ("PGHOST", connection.Host ?? "");
        yield return ("PGPORT", connection.Port.ToString(CultureInfo.InvariantCulture));
        yield return ("PGUSER", connection.Username ?? "");
        yield return ("PGDATABASE", connection.Database ?? "");
        yield return ("PGSSLMODE", Words().Replace(connection.SslMode.ToString(), "-").ToLowerInvariant());
        yield return ("PGAPPNAME", "dx");
        if (connection.Password is { Length: > 0 } password)
            yield return ("PGPASSWORD", password);
        if (connection.RootCertificate is { Length: > 0 } certificate)
            yield return ("PGSSLROOTCERT", certificate);
        if (connection.Passfile is { Length: > 0 } passfile)
            yield return ("PGPASSFILE", passfile);
    }

    private static ProcessStartInfo Quiet(string path, IEnumerable<string> arguments) =>
        new(path, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };

    /// <summary>"VerifyFull" is libpq's "verify-full".</summary>
    [GeneratedRegex("(?<=[a-z])(?=[A-Z])", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Words();
}
