using DaNangDxIndex.Assessments;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Replies;
using DaNangDxIndex.Scoring;
using DaNangDxIndex.Tenancy;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Scorecards;

/// <summary>
/// What the agency hears when its round is closed, and nobody else: criterion by criterion self-assessed beside appraised points, why they
/// differ, and the appraisers' sentences; after publication the final total, rank, tier and document.
/// </summary>
[Authorize(Policies.AgencyStaff)]
public sealed class OwnResultModel(
    OwnResults results, CurrentAccount account, TimeProvider clock, IStringLocalizer<AgencyTexts> texts, Addresses addresses) : PageModel
{
    private OwnResult? _result;

    [FromRoute]
    public int Year { get; set; }

    [FromRoute]
    public string Agency { get; set; } = "";

    public OwnResult Result => _result ?? throw new InvalidOperationException("The page is shown only with a result.");

    public IReadOnlyList<CriteriaTable> Components { get; private set; } = [];

    /// <summary>Where the points are not those that the agency gave itself, in the order of the form.</summary>
    public IReadOnlyList<Difference> Differences { get; private set; } = [];

    /// <summary>The heading of the points that count now.</summary>
    public string PointsName => texts[Result.Published is null ? "Appraised" : "Final"];

    /// <summary>What it would take to reach the next tier; null where nobody asked, and where it is not known.</summary>
    public NextTierAdvice? NextTier { get; private set; }

    public async Task<IActionResult> OnGetAsync(bool next, CancellationToken ct)
    {
        _result = await results.FindAsync(Year, Agency, ct);
        if (_result is null)
            return Redirect(addresses.Page(AssessmentPath.Of(Year, Agency)));
        NextTier = next ? _result.NextTier : null;
        Components = [.. _result.Criteria.Components.Select(TableOf)];
        Differences = [.. _result.Criteria.Criteria.Where(Differs).Select(
            criterion => new Difference(criterion.Code, criterion.Name.In(Addresses.Language), Declared(criterion), Counting(criterion)))];
        return Page();
    }

    public Outcome OutcomeOf(AgencyResult published) => ResultInBrief.Of(published, texts);

    /// <summary>Its row in the ranked table.</summary>
    public string Place(AgencyResult published) => addresses.Page($"/editions/{Year}?group={published.Table.Group}#{published.Line.Code}");

    /// <summary>The person may write replies now.</summary>
    public bool MayReply => Result.Sheet.Assessment is var own
        && AssessmentRules.Refusal(AssessmentVerb.Reply, own, Result.Sheet.Edition, account.Actor, clock.GetUtcNow()) is null;

    public string Replies => addresses.Page(ReplyPath.Of(Year, Agency));

    public string Pdf => addresses.Api($"editions/{Year}/agencies/{Agency}/scorecard.pdf?lang={Addresses.Language}");

    /// <summary>The same for programs of the agency.</summary>
    public string Json => addresses.Api($"editions/{Year}/agencies/{Agency}/assessment/result");

    private CriteriaTable TableOf(Component component) => new(
        component.Name.In(Addresses.Language),
        [texts["Maximum"], texts["Declared"], PointsName],
        [.. component.Criteria.Select(RowOf)]);

    private CriteriaTable.Row RowOf(Criterion criterion) => new(
        criterion.Code,
        criterion.Name.In(Addresses.Language),
        [PrintedPoints.Maximum(Result.Criteria, criterion), Declared(criterion), Counting(criterion)])
    {
        Anchor = $"criterion-{criterion.Code}",
        Notes = [.. new SaidOnCriterion(Result, criterion, texts).Lines],
        Way = criterion.Rule is not null && MayReply ? WayTo(criterion) : null,
    };

    private string Declared(Criterion criterion) =>
        PrintedPoints.Self(Result.Criteria, Result.SelfAssessed.ResultOf(criterion.Code));

    /// <summary>The points that count now: appraised ones, after publication those that were published.</summary>
    private string Counting(Criterion criterion) =>
        Result.Final(criterion)?.Final.In(Addresses.Language, Result.Criteria.Method.Decimals)
            ?? PrintedPoints.Of(Result.Criteria, Result.Appraised.ResultOf(criterion.Code));

    /// <summary>Both are known and printed differently; what nobody assesses oneself, and what is open, differs from nothing.</summary>
    private bool Differs(Criterion criterion) =>
        PointsInWords.InPlaceOfSelfAssessed(Result.Criteria, Result.SelfAssessed.ResultOf(criterion.Code)) is null
            && (Result.Final(criterion) is not null || !Result.Appraised.ResultOf(criterion.Code).IsOpen)
            && Declared(criterion) != Counting(criterion);

    private (string Text, string Href) WayTo(Criterion criterion) => (
        texts[Result.Replies?.To(criterion.Code) is null ? "Heard.Reply" : "Heard.ChangeReply"],
        addresses.Page(ReplyPath.To(Year, Agency, criterion.Code)));

    /// <summary>A criterion, the points the agency gave itself, and those that count, as they are printed.</summary>
    public sealed record Difference(string Code, string Name, string Declared, string Counting);
}
