using System.Text.Json.Nodes;
using DaNangDxIndex.Text;

namespace DaNangDxIndex.Publishing;

/// <summary>
/// dx-verify verify: the whole table computed again from its bundle; and a printed file, or the answer to a code, against that bundle.
/// </summary>
public static class VerifyBundle
{
    public static int Run(CommandLine line, TextWriter output)
    {
        var (bundle, handed) = HandedFile.Sort(line.Operands);
        var check = Open(bundle);
        List<Difference> differences = [.. check.Differences, .. OtherDigest(line, check)];
        var own = handed?.Differences(check) ?? [];
        if (line.Has(Verbs.Json))
            JsonText.Write(output, Answer(check, differences, own));
        else
            Tell(check, handed, differences, own, line.Culture, output);
        return differences.Count + own.Count == 0 ? DxVerify.Done : DxVerify.Differs;
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
            var sentence = fault is BundleFault { Sentence: var told }
                ? told
                : new($"{Bundle.PublicationPath} có giá trị không đọc được.", fault.Message);
            throw new UsageFault(new(
                $"“{file}” không phải là gói công bố hợp lệ: {sentence.Vi}", $"\"{file}\" is not a valid bundle: {sentence.En}"));
        }
    }

    private static IEnumerable<Difference> OtherDigest(CommandLine line, BundleCheck check) =>
        line.Last("--digest") is { } printed && !string.Equals(printed, check.Digest, StringComparison.OrdinalIgnoreCase)
            ? [new Difference("digest", check.Digest, printed)]
            : [];

    private static void Tell(
        BundleCheck check, HandedFile? handed, List<Difference> differences, IReadOnlyList<Difference> own, string culture,
        TextWriter output)
    {
        if (differences.Count + own.Count == 0)
            output.WriteLine("identical");
        foreach (var difference in differences)
            output.WriteLine($"{difference.Place}: {Said(difference).In(culture)}");
        foreach (var difference in own)
            output.WriteLine($"{difference.Place}: {HandedFile.Said(difference).In(culture)}");
        if (handed is not null)
            output.WriteLine(handed.Compared.In(culture));
        output.WriteLine(Summary(check, new Counted(differences.Count + own.Count)).In(culture));
    }

    private static Bilingual Said(Difference difference) => difference.Place == "digest"
        ? new($"mã băm của gói là {difference.Published}, không phải {difference.Recomputed}",
            $"the bundle's digest is {difference.Published}, not {difference.Recomputed}")
        : Said(DifferenceInWords.Of(difference.Published), DifferenceInWords.Of(difference.Recomputed));

    private static Bilingual Said(Bilingual bundle, Bilingual computed) => new(
        $"gói ghi “{bundle.Vi}”, tính lại được “{computed.Vi}”", $"the bundle says \"{bundle.En}\", recomputed \"{computed.En}\"");

    private static Bilingual Summary(BundleCheck check, Counted differences)
    {
        var published = check.Published;
        var (groups, agencies) = (new Counted(published.Groups.Count), new Counted(published.Groups.Sum(group => group.Entrants.Count)));
        var title = $"{published.Tenant.Slug} {published.Year}/{published.Number}";
        var (sampleVi, sampleEn) = published.Illustrative
            ? (" Bản minh họa, không có giá trị pháp lý.", " A sample without legal effect.")
            : ("", "");
        return differences.Count == 0
            ? new(
                $"Khớp hoàn toàn: {title}, {groups} khối, {agencies} cơ quan.{sampleVi} "
                    + $"Mã băm {check.Digest}; đối chiếu với mã in trên phiếu kết quả.",
                $"All agree: {title}, {groups} {groups:group|groups}, {agencies} {agencies:agency|agencies}.{sampleEn} "
                    + $"Digest {check.Digest}; compare it with the one printed on the scorecards.")
            : new(
                $"{differences} điểm khác biệt trong {title}.{sampleVi} Mã băm {check.Digest}.",
                $"{differences} {differences:difference|differences} in {title}.{sampleEn} Digest {check.Digest}.");
    }

    private static JsonObject Answer(BundleCheck check, List<Difference> differences, IReadOnlyList<Difference> own) => new()
    {
        ["identical"] = differences.Count + own.Count == 0,
        ["digest"] = check.Digest,
        ["tenant"] = check.Published.Tenant.Slug,
        ["edition"] = check.Published.Year,
        ["number"] = check.Published.Number,
        ["illustrative"] = check.Published.Illustrative,
        ["differences"] = JsonText.Array(
            differences.Select(difference => Sides(difference, "bundle", "computed"))
                .Concat(own.Select(difference => Sides(difference, "file", "bundle"))), side => side),
    };

    private static JsonObject Sides(Difference difference, string first, string second) => new()
    {
        ["place"] = difference.Place,
        [first] = difference.Published,
        [second] = difference.Recomputed,
    };
}
