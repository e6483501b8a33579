namespace DaNangDxIndex;

/// <summary>Where a result is written to: never over a file that it was computed from.</summary>
public static class OutputFile
{
    private static readonly string[] Inputs = ["--criteria", "--figures", "--agencies", "--verdicts"];
    private static readonly string[] Outputs = ["--out", "--criteria-points"];

    /// <exception cref="UsageFault">An output names an input, or another output.</exception>
    public static void RefuseOverwriting(CommandLine line)
    {
        var inputs = Inputs.SelectMany(line.All).Select(Real).ToHashSet(StringComparer.Ordinal);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var option in Outputs)
        {
            if (line.Last(option) is not { } file)
                continue;
            if (inputs.Contains(Real(file)))
                throw new UsageFault(
                    new($"{option}: “{file}” là tệp đầu vào; chọn tên khác.",
                        $"{option}: \"{file}\" is an input file; choose another name."));
            if (!taken.Add(Real(file)))
                throw new UsageFault(
                    new($"{option}: “{file}” đã dùng cho kết quả khác.", $"{option}: \"{file}\" is already used for another result."));
        }
    }

    private static string Real(string file)
    {
        var path = Path.GetFullPath(file);
        return File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path : path;
    }
}
