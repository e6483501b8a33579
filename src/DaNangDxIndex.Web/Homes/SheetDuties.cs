using DaNangDxIndex.Accounts;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Replies;
using DaNangDxIndex.Tenancy;
using DaNangDxIndex.Text;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Homes;

/// <summary>What one assessment asks of its agency's people now: the duty of each state, for who enters and for who approves.</summary>
public sealed class SheetDuties(IStringLocalizer<HomeTexts> texts, Addresses addresses, TimeProvider clock)
{
    public Duty Of(Role role, AssessmentSheet sheet, IReadOnlyList<FormParts.Part> parts, Actor actor) => sheet.Assessment.State switch
    {
        AssessmentState.Entering or AssessmentState.Returned or AssessmentState.AwaitingApproval
            when AssessmentRules.TooLate(sheet.Assessment, sheet.Edition, clock.GetUtcNow()) is { } late => Late(role, sheet, late),
        AssessmentState.Entering or AssessmentState.Returned =>
            role == Role.Assessor ? Entering(sheet, parts, actor) : BeingEntered(sheet, parts),
        AssessmentState.AwaitingApproval =>
            role == Role.Approver ? Approving(sheet) : Nothing(role, sheet, "Agency.Awaiting", "Agency.AwaitingAfter"),
        AssessmentState.Reopened => Nothing(role, sheet, "Agency.Reopened", "Agency.ReopenedAfter") with
        {
            Also = [new(texts["Agency.Result"], addresses.Page(AssessmentPath.Result(sheet)))],
        },
        AssessmentState.Submitted => Nothing(role, sheet, "Agency.Submitted", "Agency.SubmittedAfter"),
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

    private Duty Approving(AssessmentSheet sheet) => Owed(Role.Approver, sheet, "Agency.Approve") with
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
}
