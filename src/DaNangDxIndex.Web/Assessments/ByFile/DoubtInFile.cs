using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Assessments.ByFile;

/// <summary>Something that looks unlikely once the file is applied, with the sentence that answers it.</summary>
/// <param name="Now">The sentence that stands; null where none does.</param>
/// <param name="InFile">What the file says to it; null where it says nothing new.</param>
public sealed record DoubtInFile(Doubt Doubt, string? Now, string? InFile)
{
    /// <summary>The file's sentence goes in.</summary>
    public required bool GoesIn { get; init; }

    /// <summary>It still wants a sentence, or its figures mended, when the file is applied.</summary>
    public bool StaysOpen => Now is null && !GoesIn;

    /// <summary>By the figures as they would stand; where both sides have changed one, as it stands.</summary>
    public static IReadOnlyList<DoubtInFile> All(AssessmentSheet sheet, FormFile file)
    {
        var changed = file.That(FigureInFile.Outcome.Change)
            .ToDictionary(figure => figure.Figure.Code, figure => figure.InFile, StringComparer.Ordinal);
        var values = FigureReadings.Of(
            sheet.Set.Figures, figure => changed.TryGetValue(figure.Code, out var text) ? text : sheet.Stored(figure)).Values;
        return [.. Doubts.Of(sheet.Form, values, sheet.ComparedWith).Select(doubt => Of(sheet, file, doubt))];
    }

    /// <summary>What somebody else wrote since the template was made stays.</summary>
    private static DoubtInFile Of(AssessmentSheet sheet, FormFile file, Doubt doubt)
    {
        var written = sheet.Clarifications.GetValueOrDefault(doubt.Key);
        var now = doubt.IsAnsweredBy(written) ? written?.Sentence : null;
        // A cell ends its lines by one sign and has its letters in one form, whatever was stored.
        var inCell = now?.ReplaceLineEndings("\n").Normalize();
        var said = doubt.IsError || doubt.Figure is null ? null : file.Said.FirstOrDefault(said => said.Figure == doubt.Figure);
        return new(doubt, now, said?.Sentence)
        {
            GoesIn = said is not null && said.Sentence != inCell && (inCell is null || inCell == said.AtTemplate),
        };
    }
}
