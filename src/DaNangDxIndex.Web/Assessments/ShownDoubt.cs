using DaNangDxIndex.Tenancy;

namespace DaNangDxIndex.Assessments;

/// <summary>A doubt as pages and API show it, with the agency's sentence where it wants one.</summary>
/// <param name="Figure">Code of the figure that it stands beside; null where it is about the component.</param>
/// <param name="About">The values in doubt; another text is another question.</param>
/// <param name="Text">The sentence that answers it; null while none does.</param>
/// <param name="Earlier">A sentence that was written about other values and answers no longer; null for none.</param>
/// <param name="Version">To be sent as If-Match with a sentence; 0 before the first.</param>
/// <param name="Url">Where the sentence is saved.</param>
public sealed record ShownDoubt(
    string Key, string? Figure, bool IsError, string About, string Sentence, string? Text, string? Earlier, int Version, string Url)
{
    /// <summary>Nothing stands against submitting.</summary>
    public bool IsAnswered => Text is not null;

    public static ShownDoubt Of(AssessmentSheet sheet, Doubt doubt, Addresses addresses)
    {
        var said = sheet.Clarifications.GetValueOrDefault(doubt.Key);
        var answers = doubt.IsAnsweredBy(said);
        return new(
            doubt.Key, doubt.Figure?.Code, doubt.IsError, doubt.About, doubt.Sentence.ForReader(), answers ? said?.Sentence : null,
            answers ? null : said?.Sentence, said?.Version ?? 0,
            addresses.Api($"{sheet.Subject}/doubts/{Uri.EscapeDataString(doubt.Key)}"));
    }
}
