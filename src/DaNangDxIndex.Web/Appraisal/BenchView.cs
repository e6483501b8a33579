using DaNangDxIndex.Accounts;
using DaNangDxIndex.Evidence;
using DaNangDxIndex.Scoring;

namespace DaNangDxIndex.Appraisal;

/// <summary>One agency on the bench: every criterion with its verdict, and one of them opened.</summary>
public sealed class BenchView(AppraisalSheets sheets, BestOfGroup bestOfGroup, ShownEvidence evidence, OpenCriterion open)
{
    /// <param name="IsProvisional">See <see cref="AppraisalSheet.IsProvisional"/>.</param>
    public sealed record Content(
        AppraisalSheet Sheet, Scorecard SelfAssessed, Scorecard Appraised, bool IsProvisional, IReadOnlyList<BenchLine> Lines,
        OpenedCriterion? Opened);

    public async Task<Content?> FindAsync(int year, string agency, string? criterion, Actor actor, CancellationToken ct)
    {
        if (await sheets.FindAsync(year, agency, ct) is not { } sheet)
            return null;
        var best = await bestOfGroup.FindAsync(year, sheet.Assessment.Group, sheet.Scorer, ct);
        var appraised = sheet.Appraised(best);
        var shown = await evidence.OfAsync(year, agency, ct);
        List<BenchLine> lines = [.. BenchLine.All(sheet, appraised, shown, actor)];
        var line = lines.Find(line => line.Criterion.Code == criterion)
            ?? lines.Find(line => line is { Mine: true, OpenedAgain: true } or { Mine: true, RepliedTo: true })
            ?? lines.Find(line => line.WaitsForMe) ?? lines.FirstOrDefault();
        return new Content(
            sheet, sheet.SelfAssessed, appraised, sheet.IsProvisional(best, appraised), lines,
            line is null ? null : await open.OfAsync(sheet, line, best, shown, actor, ct));
    }
}
