using DaNangDxIndex.Accounts;
using DaNangDxIndex.Appraisal;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Notices;

namespace DaNangDxIndex.Editions;

/// <summary>The office moves an edition to its next stage.</summary>
public sealed class MoveEditionOn(RunningEditions editions, AppraisalSheets sheets, Notify notify, Acts acts)
{
    /// <param name="From">The stage that was on screen.</param>
    public sealed record Command(int Year, EditionStage From);

    /// <returns>The stage it is at now, or null when there is no such edition.</returns>
    public async Task<EditionStage?> HandleAsync(Command command, Actor actor, CancellationToken ct)
    {
        await using var act = await acts.BeginAsync(ct);
        if (await editions.FindToChangeAsync(command.Year, ct) is not { } running)
            return null;
        var silent = running.Edition.Next == EditionStage.Final ? await SilentAsync(running, ct) : [];
        List<AssessmentState> states = [.. running.Assessments.Select(assessment => assessment.State)];
        running.Edition.MoveOn(command.From, actor, next => StageReadiness.Obstacle(next, states, silent));
        if (running.Edition.Stage == EditionStage.Appraisal)
        {
            await notify.AgenciesAsync([.. running.Assessments.Select(assessment => new Notify.ToAgency(
                assessment.Agency, NoticeKind.Closed, $"closed/{assessment.Year}",
                NoticePath.Assessment(assessment.Year, assessment.Agency), NoticeInWords.Closed(assessment.Year)))], ct);
        }
        if (running.Edition.Stage == EditionStage.Explanation)
        {
            await notify.AgenciesAsync([.. running.Assessments.Where(assessment => assessment.State == AssessmentState.Appraised)
                .Select(assessment => new Notify.ToAgency(
                    assessment.Agency, NoticeKind.RepliesOpen, $"replies-open/{assessment.Year}",
                    NoticePath.Result(assessment.Year, assessment.Agency),
                    NoticeInWords.RepliesOpen(assessment.Year, running.Edition.RepliesCloseAt)))], ct);
        }
        await act.KeepAsync("edition.move-on", $"editions/{command.Year}", new { Stage = command.From }, new { running.Edition.Stage }, ct);
        return running.Edition.Stage;
    }

    /// <summary>
    /// Those that did not submit and are scored with a penalty figure blank; those that the method leaves out have nothing on the bench.
    /// </summary>
    private async Task<List<string>> SilentAsync(RunningEditions.Found running, CancellationToken ct)
    {
        var silent = new List<string>();
        foreach (var assessment in running.Assessments.Where(assessment => assessment.State == AssessmentState.NotSubmitted))
        {
            if (await sheets.FindAsync(assessment.Year, assessment.Agency, ct) is { } sheet
                && sheet.Appraised(best: null).Blocking.Count > 0)
                silent.Add(assessment.Agency);
        }

        return silent;
    }
}
