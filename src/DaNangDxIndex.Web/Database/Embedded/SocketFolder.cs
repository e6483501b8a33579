using System.Security.Cryptography;
using System.Text;

namespace DaNangDxIndex.Database.Embedded;

/// <summary>A short private folder for the socket of the cluster in a data folder: always the same one, so that a server left over is found again.</summary>
internal static class SocketFolder
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    public static string For(string dataFolder)
    {
        var name = "dx-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(dataFolder)))[..12];
        var folder = Path.Combine(Parent(), name);
        MustBeOurs(folder);
        return folder;
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
            throw new InvalidOperationException($"{folder} is open to others or a link; remove it.");
    }
}
