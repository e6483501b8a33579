using System.Text;
using DaNangDxIndex.Publishing;
using DaNangDxIndex.Tenancy;
using DaNangDxIndex.Wordprocessing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DaNangDxIndex.Documents;

/// <summary>What the press is told, in both languages, each sentence with the address where its figures stand.</summary>
[Authorize(Policies.Publishing)]
public sealed class PressModel(DocumentedVersions versions, CurrentTenant tenant, PublicAddress address) : DocumentsPage(versions)
{
    private static readonly string[] Both = ["vi", "en"];

    /// <summary>Why there is none; null where there is one.</summary>
    public RuleViolation? Refused { get; private set; }

    public IReadOnlyList<PressSentence> Sentences { get; private set; } = [];

    public static IReadOnlyList<string> Languages => Both;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct))
            return NotFound();
        Refused = PressRelease.Refusal(Documented.Edition, Documented.Newest, Documented.Withdrawal is not null);
        if (Refused is null)
            Sentences = Told();
        return Page();
    }

    /// <param name="form">"docx", or plain text.</param>
    /// <exception cref="RuleViolation">Those of <see cref="PressRelease"/></exception>
    public async Task<IActionResult> OnGetFileAsync(string? form, string? lang, CancellationToken ct)
    {
        if (!await FindAsync(ct))
            return NotFound();
        var (language, told) = (lang == "en" ? "en" : "vi", Told());
        var name = $"{(language == "en" ? "press-release" : "thong-cao-bao-chi")}-{Year}-{Number}";
        return form == "docx"
            ? File(Docx(told, language), OfficialDocx.ContentType, name + ".docx")
            : File(Encoding.UTF8.GetBytes(Plain(told, language)), "text/plain; charset=utf-8", name + ".txt");
    }

    public Uri AddressOf(PressSentence sentence, string language) => address.Of($"/{tenant.Required.Slug}/{language}/{sentence.Path}");

    public string TitleIn(string language) => new Bilingual(
        $"Kết quả đánh giá, xếp hạng chuyển đổi số năm {Year}", $"Digital transformation results {Year}").In(language);

    private IReadOnlyList<PressSentence> Told() =>
        PressRelease.Of(Documented.Edition, Documented.Newest, Documented.Withdrawal is not null);

    private string Plain(IReadOnlyList<PressSentence> told, string language) => string.Join(
        "\r\n\r\n", told.Select(sentence => $"{sentence.Text.In(language)}\r\n{AddressOf(sentence, language)}").Prepend(TitleIn(language)))
        + "\r\n";

    private byte[] Docx(IReadOnlyList<PressSentence> told, string language) => OfficialDocx.Write(
        language, TitleIn(language), Documented.Edition.Tenant.Authority.In(language),
        [
            new DocxLine(TitleIn(language)) { Bold = true, Centred = true, Size = 28 }.Paragraph,
            DocxLine.Empty,
            .. told.SelectMany(sentence => new[]
            {
                new DocxLine(sentence.Text.In(language)) { Running = true, WithNext = true }.Paragraph,
                new DocxLine(AddressOf(sentence, language).AbsoluteUri) { Italic = true, Size = 20 }.Paragraph,
            }),
            OfficialDocx.Section(),
        ]);
}
