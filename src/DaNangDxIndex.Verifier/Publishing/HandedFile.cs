using DaNangDxIndex.Publishing.OnPaper;

namespace DaNangDxIndex.Publishing;

/// <summary>What is compared with a bundle: a printed file, or the answer to a verification code.</summary>
public sealed class HandedFile
{
    private readonly PaperPdf? _paper;
    private readonly string _answer = "";

    private HandedFile(PaperPdf paper) => _paper = paper;

    private HandedFile(string answer) => _answer = answer;

    /// <summary>The bundle among the files that were named, and what is compared with it; null where there is the bundle alone.</summary>
    /// <exception cref="UsageFault">There is no bundle among them, more than two files, or one that cannot be read.</exception>
    public static (string Bundle, HandedFile? Handed) Sort(IReadOnlyList<string> files) => files switch
    {
        [var bundle] when !IsOther(bundle) => (bundle, null),
        [var other] => throw WithoutBundle(other),
        [var other, var bundle] when IsOther(other) && !IsOther(bundle) => (bundle, Open(other)),
        [var bundle, var other] when IsOther(other) && !IsOther(bundle) => (bundle, Open(other)),
        _ => throw new UsageFault(new(
            "Cách dùng: dx-verify verify goi.zip, hoặc dx-verify verify phieu.pdf goi.zip",
            "Usage: dx-verify verify bundle.zip, or dx-verify verify scorecard.pdf bundle.zip")),
    };

    /// <summary>What the file says, and what the bundle says.</summary>
    public IReadOnlyList<Difference> Differences(BundleCheck check) => _paper is null
        ? CodedResult.Differences(_answer, check.Published, check.Digest)
        : PaperCheck.Of(_paper, check.Published, check.Digest);

    public static Bilingual Said(Difference difference) => new(
        $"tệp ghi “{difference.Published}”, gói công bố có “{difference.Recomputed}”",
        $"the file says \"{difference.Published}\", the bundle has \"{difference.Recomputed}\"");

    /// <summary>What was compared and what was not, so that nobody takes more from it.</summary>
    public Bilingual Compared => _paper is null
        ? new(
            "Đã đối chiếu mọi số liệu trong kết quả tra cứu; tình trạng (còn giá trị, thay thế, thu hồi) chỉ hệ thống biết.",
            "Every figure of the answer was compared; whether it is in force, only the site knows.")
        : new(
            "Đã đối chiếu tên, tổng điểm, thứ hạng, xếp loại, điểm và số liệu từng tiêu chí, mã băm, chuỗi nhật ký. Lời văn, ghi chú, "
                + "hình thức và nội dung chèn đè lên trang không được đối chiếu."
                + (_paper.Added ? " Tệp có phần thêm vào sau khi lập (như chữ ký số); phần đó không được đọc." : ""),
            "Names, totals, ranks, tiers, points and figures of every criterion, digest and audit chain were compared; sentences, notes, "
                + "looks and anything laid over a page were not."
                + (_paper.Added ? " Something was added to the file after it was made (a digital signature, for instance); "
                    + "that was not read." : ""));

    private static bool IsOther(string file) => Path.GetExtension(file).ToLowerInvariant() is ".pdf" or ".json";

    private static HandedFile Open(string file)
    {
        try
        {
            if (new FileInfo(file) is { Exists: true, Length: > PaperPdf.LargestFile })
                throw new PaperFault(new("Tệp lớn hơn 4 MB.", "The file is larger than 4 MB."));
            var bytes = File.ReadAllBytes(file);
            return PaperPdf.Is(bytes) ? new(PaperPdf.Read(bytes)) : new(System.Text.Encoding.UTF8.GetString(bytes));
        }
        catch (PaperFault fault)
        {
            throw new UsageFault(new($"“{file}”: {fault.Sentence.Vi}", $"\"{file}\": {fault.Sentence.En}"));
        }
    }

    private static UsageFault WithoutBundle(string file)
    {
        var path = Open(file)._paper?.Identity.BundlePath;
        return new(new(
            $"Cần thêm gói công bố để đối chiếu với “{file}”{(path is null ? "" : $"; tải từ hệ thống tại {path}")}.",
            $"A bundle is needed to compare \"{file}\" with{(path is null ? "" : $"; download it from the site at {path}")}."));
    }
}
