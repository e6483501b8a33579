namespace DaNangDxIndex;

/// <summary>Where a result is written to: never over a file that it was computed from, by whatever name.</summary>
public static class OutputFile
{
    private static readonly string[] Inputs = ["--criteria", "--figures", "--agencies", "--verdicts"];
    private static readonly string[] Outputs = ["--out", "--criteria-points"];

    /// <exception cref="UsageFault">An output names an input, or another output.</exception>
    public static void RefuseOverwriting(CommandLine line)
    {
        var inputs = Inputs.SelectMany(line.All).ToList();
        var taken = new List<string>();
        foreach (var option in Outputs)
        {
            if (line.Last(option) is not { } file)
                continue;
            if (inputs.Exists(input => IsOne(input, file)))
                throw new UsageFault(
                    new($"{option}: “{file}” là tệp đầu vào; chọn tên khác.",
                        $"{option}: \"{file}\" is an input file; choose another name."));
            if (taken.Exists(other => IsOne(other, file)))
                throw new UsageFault(
                    new($"{option}: “{file}” đã dùng cho kết quả khác.", $"{option}: \"{file}\" is already used for another result."));
            taken.Add(file);
        }
    }

    /// <summary>Two names of one file: through links in any part of them, or both given to it (hard links).</summary>
    private static bool IsOne(string file, string other)
    {
        var (one, two) = (new FileInfo(Real(file)), new FileInfo(Real(other)));
        if (string.Equals(one.FullName, two.FullName, StringComparison.Ordinal))
            return true;
        // Only what looks alike is opened: a pipe would lose to us what is in it.
        return one.Exists && two.Exists && one.Length > 0
            && (one.Length, one.LastWriteTimeUtc) == (two.Length, two.LastWriteTimeUtc) && IsHeldWith(one, two);
    }

    /// <summary>Whoever holds a file by one name keeps it from being taken by the other.</summary>
    private static bool IsHeldWith(FileInfo one, FileInfo two)
    {
        if (!CanBeTaken(two))
            return false;
        using var held = one.Open(FileMode.Open, FileAccess.Read, FileShare.Read);
        return !CanBeTaken(two);
    }

    private static bool CanBeTaken(FileInfo file)
    {
        try
        {
            using var taken = file.Open(FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return true;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Every part of the path that is a link followed, so that a file in a linked folder has one name.</summary>
    private static string Real(string file, int links = 0)
    {
        var path = Path.GetFullPath(file);
        if (Path.GetDirectoryName(path) is not { } folder)
            return path;
        var there = Path.Combine(Real(folder, links), Path.GetFileName(path));
        const int MostLinks = 40;
        return links < MostLinks && new FileInfo(there).LinkTarget is { } target
            ? Real(Path.Combine(Path.GetDirectoryName(there) ?? "", target), links + 1)
            : there;
    }
}
