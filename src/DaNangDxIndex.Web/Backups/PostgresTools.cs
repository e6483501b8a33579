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
    /// <summary>Where they are looked for: where somebody says, and on the machine.</summary>
    internal static IEnumerable<string> Folders =>
        PostgresFolders.Named is { } named ? PostgresFolders.OfTheMachine().Prepend(named) : PostgresFolders.OfTheMachine();

    /// <summary>
    /// Of the server's own major version. An older one refuses the server; what a newer one writes the server's own cannot read, and what a
    /// newer one says while it restores the server does not know: pg_restore 17 ends at its first word on a server of 15 or 16.
    /// </summary>
    /// <exception cref="BackupRefusal"/>
    public static string Find(string program, int major)
    {
        var found = Folders
            .Select(folder => Path.Combine(folder, program)).Distinct(StringComparer.Ordinal)
            .Select(path => (Path: path, Major: PostgresFolders.MajorOf(path))).Where(found => found.Major is not null).ToList();
        return found.Where(one => one.Major == major).Select(one => one.Path).FirstOrDefault()
            ?? throw BackupRefusal.NoProgram(program, major, found.Select(one => one.Major ?? 0).Distinct().Order());
    }

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
