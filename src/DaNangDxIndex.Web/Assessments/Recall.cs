using DaNangDxIndex.Accounts;
using DaNangDxIndex.Appraisal;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;
using DaNangDxIndex.Evidence;
using DaNangDxIndex.Notices;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Assessments;

/// <summary>The approver takes a submitted assessment back, until the first verdict.</summary>
public sealed class Recall(
    DxIndexDb db, AssessmentSheets sheets, ShownEvidence evidence, Notify notify, Acts acts, TimeProvider clock)
{
    public sealed record Command(int Year, string Agency);

    /// <returns>Null where there is no such assessment.</returns>
    public async Task<AssessmentSheet?> HandleAsync(Command command, Actor actor, CancellationToken ct)
    {
        await using var act = await acts.BeginAsync(ct);
        if (await sheets.FindToChangeAsync(command.Year, command.Agency, ct) is not { } sheet)
            return null;
        var before = sheet.Assessment.State;
        sheet.Assessment.Recall(await IsJudgedAsync(command.Year, command.Agency, ct), sheet.Edition, actor, clock.GetUtcNow());
        foreach (var attached in (await evidence.ToChangeAsync(command.Year, command.Agency, ct)).Attached)
            attached.Attachment.Recall();
        await notify.AgenciesAsync([new(
            command.Agency, NoticeKind.Recalled, $"recalled/{command.Year}/{command.Agency}/{sheet.Assessment.Version}",
            NoticePath.Assessment(command.Year, command.Agency),
            NoticeInWords.Recalled(command.Year, sheet.Agency.Name, sheet.Assessment.ClosesAt(sheet.Edition)))], [Role.Assessor], ct);
        await act.KeepAsync("assessment.recall", sheet.Subject, new { state = before }, new { state = sheet.Assessment.State }, ct);
        return sheet;
    }

    /// <summary>Somebody has decided a criterion of it: from then on it is not recalled.</summary>
    public Task<bool> IsJudgedAsync(int year, string agency, CancellationToken ct) =>
        db.Set<Verdict>().AnyAsync(verdict => verdict.Year == year && verdict.Agency == agency, ct);
}
