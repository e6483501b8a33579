namespace DaNangDxIndex.Database.Embedded;

/// <summary>The folder of the embedded data, under its one true name, made where it is missing, and ours to write in.</summary>
internal static class DataFolder
{
    public static string Open(string folder)
    {
        var path = TrueName(folder);
        try
        {
            Directory.CreateDirectory(path);
            using var written = new FileStream(
                Probe(path), FileMode.Create, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
            return path;
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            throw new CannotStart($"The data folder {path} cannot be written ({failed.Message}). Choose another by DX_DATA.", failed);
        }
    }

    /// <summary>
    /// Whether two paths lead to one folder, also where it is mounted twice: what is written by one name is there by the other.
    /// </summary>
    public static bool IsOne(string path, string other)
    {
        if (!Directory.Exists(other))
            return false;
        var probe = Probe(path);
        using var written = new FileStream(probe, FileMode.Create, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
        return File.Exists(Path.Combine(other, Path.GetFileName(probe)));
    }

    /// <summary>Without links: two names of one folder must give one socket.</summary>
    private static string TrueName(string folder)
    {
        var answer = Subprocess.Run("realpath", ["-m", "--", folder]);
        return answer.ExitCode == 0 ? answer.Output.TrimEnd('\n') : Path.GetFullPath(folder);
    }

    private static string Probe(string path) => Path.Combine(path, $".dx-{Guid.NewGuid():N}");
}
