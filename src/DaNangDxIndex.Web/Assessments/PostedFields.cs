using System.Globalization;

namespace DaNangDxIndex.Assessments;

/// <summary>
/// The fields of a posted form: Figures[code] as typed, with Versions[code] that was seen. A radio group without a choice posts nothing.
/// </summary>
internal static class PostedFields
{
    private const string Prefix = "Figures[";

    public static IReadOnlyList<DeclareFigures.Field> Read(IFormCollection form) =>
        [.. form.Keys.Where(key => key.StartsWith(Prefix, StringComparison.Ordinal) && key.EndsWith(']'))
            .Select(key => key[Prefix.Length..^1])
            .Select(code => new DeclareFigures.Field(code, form[$"Figures[{code}]"], Version(form[$"Versions[{code}]"])))];

    /// <summary>The versions alone, by figure.</summary>
    public static Dictionary<string, int> Versions(IFormCollection form) => form.Keys
        .Where(key => key.StartsWith("Versions[", StringComparison.Ordinal) && key.EndsWith(']'))
        .ToDictionary(key => key["Versions[".Length..^1], key => Version(form[key]), StringComparer.Ordinal);

    /// <summary>Sentences to warnings: Clarifications[key] as typed, with ClarificationVersions[key] that was seen.</summary>
    public static IReadOnlyList<ClarifyDoubts.Sentence> Sentences(IFormCollection form) =>
        [.. form.Keys.Where(key => key.StartsWith("Clarifications[", StringComparison.Ordinal) && key.EndsWith(']'))
            .Select(key => key["Clarifications[".Length..^1])
            .Select(doubt => new ClarifyDoubts.Sentence(
                doubt, form[$"Clarifications[{doubt}]"], Version(form[$"ClarificationVersions[{doubt}]"])))];

    /// <summary>Sentences to what was given back: Answers[criterion] as typed, with AnswerVersions[criterion] that was seen.</summary>
    public static IReadOnlyList<AnswerReturned.Sentence> Answers(IFormCollection form) =>
        [.. form.Keys.Where(key => key.StartsWith("Answers[", StringComparison.Ordinal) && key.EndsWith(']'))
            .Select(key => key["Answers[".Length..^1])
            .Select(criterion => new AnswerReturned.Sentence(
                criterion, form[$"Answers[{criterion}]"], Version(form[$"AnswerVersions[{criterion}]"])))];

    /// <summary>Criteria that are given back: Criteria[code], each with what is to be mended in it.</summary>
    public static Dictionary<string, string?> Criteria(IFormCollection form) => form.Keys
        .Where(key => key.StartsWith("Criteria[", StringComparison.Ordinal) && key.EndsWith(']'))
        .ToDictionary(key => key["Criteria[".Length..^1], key => (string?)form[key], StringComparer.Ordinal);

    private static int Version(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0;
}
