using DaNangDxIndex.Accounts;
using DaNangDxIndex.Appraisal;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Commitments;
using DaNangDxIndex.Database;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Evidence;
using DaNangDxIndex.Replies;
using DaNangDxIndex.Tenancy;
using DaNangDxIndex.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Homes;

/// <summary>Those who enter, and those who approve and submit.</summary>
public sealed class AgencyDuties(
    DxIndexDb db, AssessmentSheets sheets, FormParts formParts, Conversations conversations, SheetDuties sheetDuties,
    IStringLocalizer<HomeTexts> texts, Addresses addresses, TimeProvider clock)
{
    public async Task<IReadOnlyList<Duty>> OfAsync(Actor actor, IReadOnlyList<Edition> editions, CancellationToken ct)
    {
        if (actor.Agency is not { } agency || RoleOf(actor) is not { } role)
            return [];
        var years = await db.Set<Assessment>().Where(assessment => assessment.Agency == agency)
            .Select(assessment => assessment.Year).ToListAsync(ct);
        var own = editions.Where(edition => years.Contains(edition.Year)).ToList();
        var duties = new List<Duty>();
        foreach (var edition in own.Where(edition => edition.Stage is not (EditionStage.Published or EditionStage.Drafting)))
        {
            if (await sheets.FindAsync(edition.Year, agency, ct) is not { } sheet)
                continue;
            var duty = sheetDuties.Of(role, sheet, await formParts.OfAsync(sheet, ct), actor);
            duties.Add(await WithQuestionsAsync(await WithRepliesAsync(duty, sheet, actor, ct), sheet, actor, ct));
        }
        if (duties.Count == 0)
            duties.Add(new(role, texts["Agency.None"]) { After = texts["Agency.NoneAfter"] });
        var results = own.Where(edition => edition.Stage == EditionStage.Published).Select(ResultOf);
        duties[^1] = duties[^1] with { Also = [.. duties[^1].Also, .. results] };
        duties[0] = duties[0] with { Also = [.. duties[0].Also,
            new(texts["Agency.Evidence"], addresses.Page(EvidencePath.Folder(agency)))] };
        return [.. duties, .. await CommittedAsync(role, agency, ct)];

        Duty.Way ResultOf(Edition edition) =>
            new(texts["Agency.ResultOf", edition.Year], addresses.Page($"{AssessmentPath.Of(edition.Year, agency)}/result"));
    }

    /// <summary>What the agency committed itself to, a duty for each year: owed once one of them is due within the month.</summary>
    private async Task<IEnumerable<Duty>> CommittedAsync(Role role, string agency, CancellationToken ct)
    {
        var today = VietNamTime.DayOf(clock.GetUtcNow());
        var open = await db.Set<Commitment>().AsNoTracking()
            .Where(commitment => commitment.Agency == agency && commitment.State == CommitmentState.Open)
            .OrderBy(commitment => commitment.Due).ToListAsync(ct);
        return open.GroupBy(commitment => commitment.Year).OrderBy(year => year.Key).Select(year =>
        {
            var (first, overdue) = (year.First(), year.Count(commitment => commitment.IsOverdue(today)));
            var way = new Duty.Way(texts["Agency.CommittedButton"], addresses.Page(CommitmentPath.Way(year.Key, agency)));
            var duty = new Duty(role, texts["Agency.Committed", year.Count(), year.Key])
            {
                HowMuch = overdue == 0 ? null : texts["Agency.CommittedOverdue", overdue].Value,
                Until = VietNamTime.Day(first.Due, Addresses.Language),
                Note = first.Sentence,
            };
            return first.Due <= today.AddDays(CommitmentDays.First) ? duty with { Button = way } : duty with { Also = [way] };
        });
    }

    /// <summary>Replies that are written and not sent: the appraisers never see them unless the approver hears of them in time.</summary>
    private async Task<Duty> WithRepliesAsync(Duty duty, AssessmentSheet sheet, Actor actor, CancellationToken ct)
    {
        var (year, agency) = (sheet.Assessment.Year, sheet.Assessment.Agency);
        if (sheet.Assessment.State != AssessmentState.Appraised
            || sheet.Refusal(AssessmentVerb.Reply, actor, clock.GetUtcNow()) is not null
            || await db.Set<Reply>().CountAsync(reply => reply.Year == year && reply.Agency == agency, ct) is not (> 0 and var written))
        {
            return duty;
        }
        return duty with
        {
            HowMuch = texts["Agency.RepliesWritten", written],
            After = texts["Agency.RepliesWrittenAfter"],
            Button = duty.Role == Role.Approver
                ? new(texts["Agency.RepliesWrittenButton"], addresses.Page(ReplyPath.Of(year, agency)))
                : duty.Button,
        };
    }

    /// <summary>What the appraisers asked and nobody has answered, while the round is open.</summary>
    private async Task<Duty> WithQuestionsAsync(Duty duty, AssessmentSheet sheet, Actor actor, CancellationToken ct)
    {
        if (!sheet.Assessment.IsHandedIn)
            return duty;
        var asked = (await conversations.OfAsync(sheet.Assessment.Year, sheet.Assessment.Agency, ct))
            .Count(thread => thread.AwaitsAnswer && thread.AnswerRefusal(sheet.Assessment, sheet.Edition, actor) is null);
        return asked == 0 ? duty : duty with
        {
            Also = [new(texts["Agency.Answer", asked], addresses.Page(AssessmentPath.Questions(sheet))), .. duty.Also],
        };
    }

    private static Role? RoleOf(Actor actor) => actor.Is(Role.Approver) ? Role.Approver : actor.Is(Role.Assessor) ? Role.Assessor : null;
}
