using DaNangDxIndex.Accounts;
using DaNangDxIndex.Appraisal;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Scoring;

namespace DaNangDxIndex.Demo;

/// <summary>
/// A lead appraiser closes the round of one agency: what was marked, and so not accepted with the rest, is decided first.
/// </summary>
internal static class DemoRound
{
    private const string Sentence = "Đã đối chiếu với báo cáo của cơ quan.";

    public static async Task CloseAsync(IServiceProvider at, int year, string agency, Actor lead, CancellationToken ct)
    {
        var sheet = await at.GetRequiredService<AppraisalSheets>().FindAsync(year, agency, ct)
            ?? throw new InvalidOperationException($"{agency} is not on the bench.");
        foreach (var criterion in sheet.Waiting)
        {
            await at.GetRequiredService<DecideCriterion>().HandleAsync(new(
                year, agency, criterion, sheet.VerdictOn(criterion)?.Version ?? 0, VerdictDecision.Accept, null, ReasonCode.Other,
                Sentence), lead, ct);
        }
        await at.GetRequiredService<CloseRound>().HandleAsync(year, agency, lead, ct);
    }
}
