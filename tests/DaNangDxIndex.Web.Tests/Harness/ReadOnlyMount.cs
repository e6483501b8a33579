using System.Diagnostics;

namespace DaNangDxIndex.Harness;

/// <summary>
/// A folder on a file system that is mounted read-only, for one command and what it starts: nobody else sees the mount, and it goes with
/// the command. Who is not root is root of a name space of their own for it.
/// </summary>
internal static class ReadOnlyMount
{
    private const string Mounts = "mount --bind \"$0\" \"$0\" && mount -o remount,bind,ro \"$0\" && exec \"$@\"";

    /// <summary>False where the kernel lets nobody make such mounts, as in a container without rights.</summary>
    public static bool IsAllowed { get; } = Allows();

    /// <summary>What stands before a command.</summary>
    public static IReadOnlyList<string> Of(string folder) =>
        [.. Environment.IsPrivilegedProcess ? (string[])["unshare", "--mount"] : ["unshare", "--map-root-user", "--mount"],
            "--", "sh", "-c", Mounts, folder];

    private static bool Allows()
    {
        string[] command = [.. Of(Path.GetTempPath()), "true"];
        var trying = new ProcessStartInfo(command[0], command.Skip(1)) { UseShellExecute = false, RedirectStandardError = true };
        using var tried = Process.Start(trying).ShouldNotBeNull();
        tried.WaitForExit();
        return tried.ExitCode == 0;
    }
}
