using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace DaNangDxIndex.Database.Embedded;

/// <summary>
/// A short private folder for the socket of the cluster in a data folder: always the same one, so that a server left over is
/// found again.
/// </summary>
internal static class SocketFolder
{
    private const string Socket = ".s.PGSQL.5432";
    private const string Lock = Socket + ".lock";
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    public static string For(string dataFolder)
    {
        var name = "dx-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(dataFolder)))[..12];
        var folder = Path.Combine(Parent(), name);
        MustBeOurs(folder);
        return folder;
    }

    /// <summary>Before a start: a socket of a killed server and its lock, whose process number may be another program's by now.</summary>
    public static void Empty(string folder)
    {
        File.Delete(Path.Combine(folder, Socket));
        File.Delete(Path.Combine(folder, Lock));
    }

    /// <summary>Runs that were killed could not tidy up: folders of sockets whose server is gone.</summary>
    public static void RemoveAbandoned()
    {
        foreach (var folder in Directory.EnumerateDirectories(Parent(), "dx-????????????").Where(IsAbandoned))
        {
            try
            {
                Directory.Delete(folder, recursive: true);
            }
            catch (Exception notOurs) when (notOurs is IOException or UnauthorizedAccessException)
            {
                // Another user's, or another start is tidying it up at this moment.
            }
        }
    }

    /// <summary>The lock names the server's process and its data; without a lock nobody knows, and the folder stays.</summary>
    private static bool IsAbandoned(string folder)
    {
        try
        {
            return File.ReadAllLines(Path.Combine(folder, Lock)) is [var number, var data, ..]
                && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var pid)
                    && !PostgresServer.IsServerOf(data, pid);
        }
        catch (Exception notOurs) when (notOurs is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static string Parent()
    {
        if (Environment.IsPrivilegedProcess && Directory.Exists("/run"))
            return "/run";
        var runtime = Environment.GetEnvironmentVariable("XDG_RUNTIME_DIR");
        return runtime is { Length: > 0 and < 60 } && Directory.Exists(runtime) ? runtime : "/tmp";
    }

    /// <summary>Where everybody may write, somebody else may have laid a folder or a link of this name.</summary>
    private static void MustBeOurs(string folder)
    {
        var info = new DirectoryInfo(folder);
        if (info.Exists && (info.LinkTarget is not null || (info.UnixFileMode & ~OwnerOnly) != UnixFileMode.None))
            throw new CannotStart($"{folder} is open to others or a link; remove it.");
    }
}
