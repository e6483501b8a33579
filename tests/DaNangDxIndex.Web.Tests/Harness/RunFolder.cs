namespace DaNangDxIndex.Harness;

/// <summary>
/// Where the databases of a run lie: in memory where that has room. Every copy of the demo is seven hundred files, none outlives the run,
/// and a disk that has forgotten thousands of files a moment ago is slow to make new ones.
/// </summary>
internal static class RunFolder
{
    private const string Memory = "/dev/shm";

    /// <summary>Eight times what the part with backups and moves was seen to take.</summary>
    private const long Room = 4L << 30;

    public static bool IsInMemory { get; } = Directory.Exists(Memory) && new DriveInfo(Memory).AvailableFreeSpace > Room
        && GC.GetGCMemoryInfo().TotalAvailableMemoryBytes > 2 * Room;

    private static string Parent { get; } = IsInMemory ? Memory : Path.GetTempPath();

    /// <summary>By the number of the run's process, so that a later run knows whose they were.</summary>
    private static string Own { get; } = Path.Combine(Parent, $"dx-tests-{Environment.ProcessId}");

    /// <summary>An empty folder for what the word says.</summary>
    public static string Make(string word) => Directory.CreateDirectory($"{Own}-{word}-{Guid.NewGuid():N}").FullName;

    /// <summary>A run that was killed could not tidy up after itself.</summary>
    public static void RemoveLeftovers()
    {
        foreach (var folder in new[] { Parent, Path.GetTempPath() }.SelectMany(place => Directory.GetDirectories(place, "dx-tests-*"))
            .Where(folder => !Directory.Exists($"/proc/{Path.GetFileName(folder).Split('-')[2]}")))
        {
            try
            {
                Directory.Delete(folder, recursive: true);
            }
            catch (IOException)
            {
                // Another run tidies it up at this moment.
            }
        }
    }
}
