using System.Diagnostics;
using System.Globalization;

namespace DaNangDxIndex.Harness;

internal static class PrivateServer
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    /// <summary>PostgreSQL goes with its parent; when its process has gone, the folder can go.</summary>
    public static void Remove(string folder)
    {
        foreach (var file in Directory.GetFiles(folder, "postmaster.pid", SearchOption.AllDirectories))
            WaitFor(file);
        Directory.Delete(folder, recursive: true);
    }

    private static void WaitFor(string file)
    {
        try
        {
            using var server = Process.GetProcessById(int.Parse(File.ReadLines(file).First(), CultureInfo.InvariantCulture));
            server.WaitForExit(Longest);
        }
        catch (Exception gone) when (gone is IOException or ArgumentException or InvalidOperationException)
        {
            // It has gone meanwhile, and its file with it.
        }
    }
}
