using System.Globalization;
using DaNangDxIndex.Database;

namespace DaNangDxIndex.Backups;

/// <summary>
/// Where a backup lies: one folder for each time it was taken, and beside them the evidence of all of them, each content once under its
/// digest. A folder is whole when its manifest is there, which is written last.
/// </summary>
internal sealed class BackupFolder(string path)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>In the manner of sha256sum, so that it can be checked without this program.</summary>
    public const string EvidenceListName = "evidence.sha256";

    public string FullPath { get; } = Path.GetFullPath(path);

    public string Dump => Path.Combine(FullPath, "database.dump");

    public string EvidenceList => Path.Combine(FullPath, EvidenceListName);

    public string Manifest => Path.Combine(FullPath, "manifest.json");

    public string Evidence => Path.Combine(Path.GetDirectoryName(FullPath) ?? "/", "evidence");

    /// <summary>
    /// A new folder below <paramref name="root"/>, named for the moment in UTC and for a further cluster, for nobody else to read.
    /// </summary>
    public static BackupFolder Begin(string root, Cluster cluster, DateTimeOffset at)
    {
        var moment = at.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var name = cluster.IsHome ? moment : $"{moment}-{cluster.Name}";
        var folder = new BackupFolder(Path.Combine(root, name));
        try
        {
            if (Directory.Exists(folder.FullPath))
                throw BackupRefusal.Running(folder.FullPath);
            Directory.CreateDirectory(folder.Evidence, OwnerOnly);
            Directory.CreateDirectory(folder.FullPath, OwnerOnly);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            throw BackupRefusal.Unwritable(folder.FullPath, failed.Message);
        }
        return folder;
    }
}
