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
    DxIndexDb db, AssessmentSheets sheets, FormParts formParts, Conversations conversations, IStringLocalizer<HomeTexts> texts,
    Addresses addresses, TimeProvider clock)
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
            if (await sheets.FindAsync(edition.Year, agency, ct) is { } sheet)
                duties.Add(await WithQuestionsAsync(Of(role, sheet, await formParts.OfAsync(sheet, ct), actor), sheet, actor, ct));
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

    private Duty Of(Role role, AssessmentSheet sheet, IReadOnlyList<FormParts.Part> parts, Actor actor) => sheet.Assessment.State switch
    {
        AssessmentState.Entering or AssessmentState.Returned =>
            role == Role.Assessor ? Entering(sheet, parts, actor) : BeingEntered(sheet, parts),
        AssessmentState.AwaitingApproval =>
            role == Role.Approver ? Approving(sheet, actor) : Nothing(role, sheet, "Agency.Awaiting", "Agency.AwaitingAfter"),
        AssessmentState.Submitted or AssessmentState.Reopened => Nothing(role, sheet, "Agency.Submitted", "Agency.SubmittedAfter"),
        AssessmentState.Appraised when sheet.Refusal(AssessmentVerb.Reply, actor, clock.GetUtcNow()) is null => Replying(role, sheet),
        AssessmentState.Explained => Nothing(role, sheet, "Agency.Replied", "Agency.RepliedAfter") with { Also = [Replies(sheet)] },
        AssessmentState.Appraised when sheet.Edition.TakesReplies => Nothing(role, sheet, "Agency.Appraised", "Agency.RepliesToCome") with
        {
            Also = [new(texts["Agency.Result"], addresses.Page(AssessmentPath.Result(sheet)))],
        },
        AssessmentState.Appraised or AssessmentState.Final => Nothing(role, sheet, "Agency.Appraised", "Agency.AppraisedAfter") with
        {
            Also = [new(texts["Agency.Result"], addresses.Page(AssessmentPath.Result(sheet)))],
        },
        AssessmentState.NotSubmitted =>
            Nothing(role, sheet, "Agency.NotSubmitted", "Agency.NotSubmittedAfter") with { Note = sheet.Assessment.Note },
    };

    private Duty Entering(AssessmentSheet sheet, IReadOnlyList<FormParts.Part> parts, Actor actor)
    {
        if (sheet.Refusal(AssessmentVerb.Enter, actor, clock.GetUtcNow()) is { } refusal)
            return Late(Role.Assessor, sheet, refusal);
        if (parts.Where(part => part.Given.Holder == actor.Account && part.Given.DoneAt is null).ToList() is { Count: > 0 } own)
            return OwnParts(sheet, own);
        var full = sheet.Filled == sheet.Of;
        return Owed(Role.Assessor, sheet, full ? "Agency.Ask" : "Agency.Enter") with
        {
            After = texts["Agency.EnterAfter"],
            Button = full
                ? new(texts["Agency.AskButton"], addresses.Page(AssessmentPath.Check(sheet)))
                : new(texts["Agency.EnterButton"], addresses.Page(AssessmentPath.Of(sheet))),
        };
    }

    /// <summary>The person's own part comes first, the one that is due first before all.</summary>
    private Duty OwnParts(AssessmentSheet sheet, List<FormParts.Part> own)
    {
        var first = own.MinBy(part => part.Given.Due) ?? own[0];
        var (filled, asked) = (own.Sum(part => part.Filled), own.Sum(part => part.Asked));
        return Owed(Role.Assessor, sheet, "Agency.Enter") with
        {
            What = texts["Agency.OwnParts", sheet.Assessment.Year,
                string.Join("; ", own.Select(part => part.Name)), sheet.Agency.Name.ForReader()],
            HowMuch = texts["Agency.Filled", filled, asked],
            Bar = (filled, asked),
            Until = first.State == FormPartState.Late ? texts["Agency.PartLate", Day(first)] : Day(first),
            After = texts["Agency.OwnPartsAfter"],
            Button = new(texts["Agency.OwnPartsButton", first.Name], addresses.Page(AssessmentPath.Component(sheet, first.Component))),
            Also = [Look(sheet)],
        };
    }

    private Duty BeingEntered(AssessmentSheet sheet, IReadOnlyList<FormParts.Part> parts)
    {
        var duty = Owed(Role.Approver, sheet, "Agency.BeingEntered") with { After = texts["Agency.BeingEnteredAfter"] };
        return parts.Count == 0 ? duty with { Also = [Look(sheet), Divide("Agency.Divide")] } : duty with
        {
            HowMuch = texts[
                "Agency.Parts", duty.HowMuch ?? "", parts.Count(part => part.IsDone),
                parts.Count, parts.Count(part => part.State == FormPartState.Late)],
            Also = [Divide("Agency.LookAtParts"), Look(sheet)],
        };

        Duty.Way Divide(string key) => new(texts[key], addresses.Page(AssessmentPath.Parts(sheet)));
    }

    private Duty Approving(AssessmentSheet sheet, Actor actor) =>
        sheet.Refusal(AssessmentVerb.Submit, actor, clock.GetUtcNow()) is { } refusal ? Late(Role.Approver, sheet, refusal)
        : Owed(Role.Approver, sheet, "Agency.Approve") with
        {
            After = texts["Agency.ApproveAfter"],
            Button = new(texts["Agency.ApproveButton"], addresses.Page(AssessmentPath.Check(sheet))),
        };

    /// <summary>Whoever agrees with the first appraisal has nothing to do, and reads so.</summary>
    private Duty Replying(Role role, AssessmentSheet sheet) =>
        new(role, texts["Agency.Reply", sheet.Assessment.Year, sheet.Agency.Name.ForReader()])
        {
            Until = sheet.Edition.RepliesCloseAt is { } closes ? VietNamTime.Deadline(closes, Addresses.Language) : texts["NoDeadline"],
            After = texts["Agency.ReplyAfter"],
            Button = new(texts["Agency.ReplyButton"], addresses.Page(AssessmentPath.Result(sheet))),
            Also = [Replies(sheet)],
        };

    private Duty.Way Replies(AssessmentSheet sheet) =>
        new(texts["Agency.Replies"], addresses.Page(ReplyPath.Of(sheet.Assessment.Year, sheet.Assessment.Agency)));

    private Duty Owed(Role role, AssessmentSheet sheet, string what) =>
        new(role, texts[what, sheet.Assessment.Year, sheet.Agency.Name.ForReader()])
        {
            HowMuch = texts["Agency.Filled", sheet.Filled, sheet.Of],
            Bar = (sheet.Filled, sheet.Of),
            Until = sheet.Assessment.ClosesAt(sheet.Edition) is { } closes
                ? VietNamTime.Deadline(closes, Addresses.Language)
                : texts["NoDeadline"],
            Note = ReturnedCriteria.Told(sheet.Assessment.Note, ReturnedCriteria.ToMend(sheet.Assessment)),
        };

    private Duty Nothing(Role role, AssessmentSheet sheet, string what, string after) =>
        new(role, texts[what, sheet.Assessment.Year, sheet.Agency.Name.ForReader()]) { After = texts[after], Also = [Look(sheet)] };

    private Duty Late(Role role, AssessmentSheet sheet, RuleViolation refusal) =>
        new(role, texts["Agency.Late", sheet.Assessment.Year, sheet.Agency.Name.ForReader()])
        {
            After = refusal.Sentence.ForReader(),
            Also = [Look(sheet)],
        };

    private static string Day(FormParts.Part part) => VietNamTime.Day(part.Given.Due, Addresses.Language);

    private Duty.Way Look(AssessmentSheet sheet) => new(texts["Agency.Look"], addresses.Page(AssessmentPath.Of(sheet)));

    private static Role? RoleOf(Actor actor) => actor.Is(Role.Approver) ? Role.Approver : actor.Is(Role.Assessor) ? Role.Assessor : null;
}
