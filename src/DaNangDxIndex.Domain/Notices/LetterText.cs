using DaNangDxIndex.Text;

namespace DaNangDxIndex.Notices;

/// <summary>Subject and body of a letter, in the person's language.</summary>
/// <param name="Tenant">"Thành phố Đà Nẵng".</param>
/// <param name="Site">Address of the tenant's pages in that language, without a slash at the end; empty where none is known.</param>
public sealed record LetterText(string Language, Bilingual Tenant, string Site)
{
    /// <summary>One that goes at once bears what it says in its subject; the day's gathering says how many.</summary>
    public string Subject(IReadOnlyCollection<Notice> notices) =>
        $"[{In(new($"Chỉ số chuyển đổi số, {Tenant.Vi}", $"Digital transformation index, {Tenant.En}"))}] " + (notices.Count == 1
            ? FirstSentence(In(notices.First().Sentence))
            : In(new($"{notices.Count} thông báo", $"{notices.Count} notices")));

    public string Body(string name, IReadOnlyCollection<Notice> notices) => string.Join("\n",
    [
        In(new($"Kính gửi {name},", $"Dear {name},")),
        "",
        .. notices.OrderBy(notice => notice.At).SelectMany(notice => new[] { In(notice.Sentence), Site + notice.Path, "" }),
        In(new(
            "Thư này do hệ thống đánh giá chuyển đổi số gửi tự động; không trả lời thư này.",
            "This letter was sent by the digital transformation assessment by itself; please do not reply to it.")),
        In(new($"Xem mọi thông báo, chọn ngôn ngữ của thư: {Site}/notices", $"All notices, and the language of letters: {Site}/notices")),
    ]);

    private string In(Bilingual text) => text.In(Language);

    /// <summary>A subject is one line, and not a long one.</summary>
    private static string FirstSentence(string text)
    {
        const int Longest = 120;
        var line = text.ReplaceLineEndings(" ");
        var end = line.IndexOf(". ", StringComparison.Ordinal);
        var first = end > 0 ? line[..(end + 1)] : line;
        return ShortText.Of(first, Longest);
    }
}
