using DaNangDxIndex.Assessments;

namespace DaNangDxIndex.Publishing.Corrections;

/// <summary>
/// What can hardly be true among the figures as a correction would leave them. Each agency with a changed figure is read for what it is
/// compared with, so that only those ask who show it, and who signs.
/// </summary>
public sealed class CorrectionDoubts(AssessmentSheets sheets)
{
    public async Task<IReadOnlyList<CorrectionDoubt>> OfAsync(CorrectionDrafts.Found found, CancellationToken ct)
    {
        if (found.Correction is not { } correction)
            return [];
        var last = new Dictionary<string, LastYear>(StringComparer.Ordinal);
        foreach (var agency in correction.Changes.OfType<FigureChange>().Select(change => change.Agency).Distinct(StringComparer.Ordinal))
        {
            if ((await sheets.FindAsync(found.Edition.Year, agency, ct))?.ComparedWith is { } compared)
                last[agency] = compared;
        }

        return CorrectionDoubt.Of(found.Newest.Edition.Groups, found.Groups, correction.Changes, last);
    }
}
