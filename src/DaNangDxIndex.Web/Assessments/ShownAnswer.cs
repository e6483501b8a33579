using DaNangDxIndex.Tenancy;

namespace DaNangDxIndex.Assessments;

/// <summary>What the agency says to a criterion that was given back, as pages and API show it.</summary>
/// <param name="Reason">What is to be mended; null where nothing is any more, and the sentence stands for what was.</param>
/// <param name="Text">The sentence; null while there is none.</param>
/// <param name="Version">To be sent as If-Match with a sentence; 0 before the first.</param>
/// <param name="Url">Where the sentence is saved.</param>
public sealed record ShownAnswer(string Criterion, string? Reason, string? Text, int Version, string Url)
{
    /// <summary>Of what is to be mended, and of what was answered before; null for a criterion that is neither.</summary>
    /// <param name="toMend">Of <see cref="ReturnedCriteria.ToMend"/>, by criterion.</param>
    public static ShownAnswer? Of(
        AssessmentSheet sheet, string criterion, IReadOnlyDictionary<string, string> toMend, Addresses addresses)
    {
        var reason = toMend.GetValueOrDefault(criterion);
        var answer = sheet.Assessment.Answers.GetValueOrDefault(criterion);
        return reason is null && answer is null ? null : new(
            criterion, reason, answer?.Sentence, answer?.Version ?? 0,
            addresses.Api($"{sheet.Subject}/returned/{Uri.EscapeDataString(criterion)}"));
    }
}
