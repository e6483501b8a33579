namespace DaNangDxIndex.Publishing;

/// <summary>dx-verify verify: the whole table computed again from its bundle.</summary>
public static class VerifyBundle
{
    public static int Run(CommandLine line, TextWriter output)
    {
        if (line.Operands is not [var file])
            throw new UsageFault(new("Viết: dx-verify verify goi.zip", "Write: dx-verify verify bundle.zip"));
        var check = Open(file);
        if (check.Differences.Count == 0)
            output.WriteLine("identical");
        foreach (var difference in check.Differences)
            output.WriteLine($"{difference.Place}: {Said(difference, line.Culture)}");
        output.WriteLine(Summary(check).In(line.Culture));
        return check.Differences.Count == 0 ? DxVerify.Done : DxVerify.Differs;
    }

    /// <exception cref="UsageFault">The file is no bundle.</exception>
    public static BundleCheck Open(string file)
    {
        try
        {
            using var stream = File.OpenRead(file);
            return BundleCheck.Of(BundleZip.Read(stream));
        }
        catch (FormatException fault)
        {
            throw new UsageFault(new($"{file} không phải gói công bố dùng được: {fault.Message}", $"{file} is not a bundle that can be used: {fault.Message}"));
        }
    }

    private static string Said(Difference difference, string culture) => new Bilingual(
        $"gói ghi “{difference.Published}”, tính lại được “{difference.Recomputed}”", $"the bundle says \"{difference.Published}\", computed \"{difference.Recomputed}\"").In(culture);

    private static Bilingual Summary(BundleCheck check)
    {
        var published = check.Published;
        var agencies = published.Groups.Sum(group => group.Entrants.Count);
        var title = $"{published.Tenant} {published.Year}/{published.Number}";
        return check.Differences.Count == 0
            ? new($"Khớp hoàn toàn: {title}, {published.Groups.Count} khối, {agencies} cơ quan. Mã băm {check.Digest}; so với mã in trên phiếu kết quả.",
                $"All agree: {title}, {published.Groups.Count} groups, {agencies} agencies. Digest {check.Digest}; compare it with the one printed on the scorecards.")
            : new($"{check.Differences.Count} chỗ khác trong {title}. Mã băm {check.Digest}.", $"{check.Differences.Count} differences in {title}. Digest {check.Digest}.");
    }
}
