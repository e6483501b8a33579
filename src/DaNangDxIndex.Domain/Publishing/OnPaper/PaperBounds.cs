using System.Text.RegularExpressions;

namespace DaNangDxIndex.Publishing.OnPaper;

/// <summary>
/// How much of a stranger's file is read in all, however it is laid out. Whatever is looked at is counted each time that it is looked at,
/// so that neither what is packed small nor what is named often costs more than this.
/// </summary>
internal sealed class PaperBounds
{
    /// <summary>Many times what the largest table takes.</summary>
    private const int MostBytes = 16 << 20;
    private const int MostLetters = 2_000_000;
    /// <summary>What a text takes besides its letters, counted in letters.</summary>
    private const int PerText = 40;
    private int _bytes = MostBytes;
    private int _letters = MostLetters;

    public void TakeBytes(int count)
    {
        if ((_bytes -= count) < 0)
            throw TooMuch();
    }

    public void TakeText(int letters)
    {
        if ((_letters -= PerText + letters) < 0)
            throw TooMuch();
    }

    /// <summary>One after the other, so that none is held when the next is found.</summary>
    public static IEnumerable<Match> Found(Regex pattern, string text, int from = 0)
    {
        for (var found = pattern.Match(text, from); found.Success; found = found.NextMatch())
            yield return found;
    }

    private static PaperFault TooMuch() => new(new(
        "Tệp PDF chứa nhiều nội dung hơn mọi phiếu kết quả và bảng xếp hạng nên không được đọc hết. "
            + "Tải lại tệp gốc, hoặc đối chiếu bằng mã tra cứu in trên tệp.",
        "The PDF holds more than any scorecard or ranked table does, so it was not read to its end. "
            + "Download the original, or check the code that is printed on it."));
}
