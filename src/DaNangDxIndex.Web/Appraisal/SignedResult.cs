using DaNangDxIndex.Assessments;

namespace DaNangDxIndex.Appraisal;

/// <summary>
/// What a lead appraiser answered for last, by closing a round or by what became final, beside what stands now: where something was
/// changed since, the approval is stale and the difference is said.
/// </summary>
public sealed record SignedResult(Approval Given, IReadOnlyList<AppraisedContent.Difference> Changed)
{
    private static readonly ApprovalAct[] Acts = [ApprovalAct.ClosedRoundOne, ApprovalAct.ClosedRoundTwo, ApprovalAct.Finalised];

    /// <summary>Null while no round is closed.</summary>
    public static SignedResult? Of(AppraisalSheet sheet, IReadOnlyDictionary<ApprovalAct, Approval> given)
    {
        // What became final by closing a round is signed as both at once.
        if (Acts.Select(given.GetValueOrDefault).OfType<Approval>().OrderByDescending(approval => approval.GivenAt)
            .ThenByDescending(approval => approval.Act).FirstOrDefault() is not { } last)
            return null;
        var now = sheet.Content;
        return new(last, last.IsStale(now.Canonical) && AppraisedContent.Read(last.Content) is { } before
            ? before.ChangedIn(now, sheet.Criteria) : []);
    }
}
