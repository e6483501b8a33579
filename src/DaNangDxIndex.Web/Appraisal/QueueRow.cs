using DaNangDxIndex.Accounts;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Scoring;
using DaNangDxIndex.Tenancy;

namespace DaNangDxIndex.Appraisal;

/// <summary>An assessment on the list: what of it waits for whoever reads.</summary>
public sealed record QueueRow(
    Assessment Assessment, string Name, int Mine, int Waiting, bool Own, TotalSoFar SelfAssessed, TotalSoFar Appraised)
{
    /// <summary>The criterion that the office asks to open again, or that is open again.</summary>
    public Reopening? Reopening { get; init; }

    /// <summary>How many criteria the agency replied to; 0 where it agrees, or is still writing.</summary>
    public int Replies { get; init; }

    /// <summary>How many criteria were returned before it was handed in again, and how many were answered in words.</summary>
    public (int Criteria, int Answered) Returned { get; init; }

    /// <summary>See <see cref="AppraisalSheet.IsProvisional"/>.</summary>
    public bool IsProvisional { get; init; }

    /// <summary>Pieces that are shown for criteria of this person's field.</summary>
    public int Evidence { get; init; }

    /// <param name="shown">Pieces of evidence by criterion.</param>
    public static QueueRow Of(
        AppraisalSheet sheet, Actor actor, GroupBest? best, IEnumerable<(string Criterion, int Count)> shown) =>
        Of(sheet, sheet.Appraised(best), best, actor, shown);

    private static QueueRow Of(
        AppraisalSheet sheet, Scorecard appraised, GroupBest? best, Actor actor,
        IEnumerable<(string Criterion, int Count)> shown) => new(
        sheet.Assessment,
        sheet.Agency.Name.In(Addresses.Language),
        AppraisalQueue.InFieldOf(actor, sheet),
        AppraisalQueue.WaitingFor(actor, sheet),
        actor.BelongsTo(sheet.Assessment.Agency),
        TotalSoFar.Of(sheet.SelfAssessed),
        TotalSoFar.Of(appraised))
    {
        Reopening = sheet.Reopening,
        IsProvisional = sheet.IsProvisional(best, appraised),
        Replies = sheet.Replies.All.Count,
        Returned = sheet.Assessment.State == AssessmentState.Submitted
            ? (sheet.Assessment.Returned.Count,
                sheet.Assessment.Returned.Keys.Count(code => ReturnedCriteria.AnswerTo(sheet.Assessment, code) is not null))
            : default,
        Evidence = shown.Where(attached => AppraisalRules.IsInFieldOf(actor, sheet.Criteria.Criterion(attached.Criterion)?.VerifyingUnit))
            .Sum(attached => attached.Count),
    };
}

/// <summary>What the list shows of a scorecard, which is a hundred times as much.</summary>
public sealed record TotalSoFar(decimal Total, OpenPart Open)
{
    public static TotalSoFar Of(Scorecard card) => new(card.Total, card.Open);
}

public sealed record QueueGroup(
    string Code, string Name, Method Method, IReadOnlyList<QueueRow> Rows, IReadOnlyList<AppraisalQueue.OfCriterion> Criteria)
{
    /// <summary>Who takes a criterion; none where nobody is named.</summary>
    public required ILookup<string, (Guid Person, string Name)> Takers { get; init; }
}
