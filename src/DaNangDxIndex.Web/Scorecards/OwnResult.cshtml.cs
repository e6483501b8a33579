using DaNangDxIndex.Accounts;
using DaNangDxIndex.Appraisal;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Database;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Publishing;
using DaNangDxIndex.Scoring;
using DaNangDxIndex.Tenancy;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Scorecards;

/// <summary>
/// What the agency hears when its round is closed, and nobody else: criterion by criterion self-assessed beside appraised points, why they
/// differ, and the appraisers' sentences; after publication the final total, rank, tier and document.
/// </summary>
[Authorize(Policies.AgencyStaff)]
public sealed class OwnResultModel(
    DxIndexDb db, AppraisalSheets sheets, BestOfGroup bestOfGroup, AgencyResults results, IStringLocalizer<AgencyTexts> texts, Addresses addresses) : PageModel
{
    private AppraisalSheet? sheet;
    private Scorecard? self;
    private Scorecard? appraised;

    [FromRoute]
    public int Year { get; set; }

    [FromRoute]
    public string Agency { get; set; } = "";

    public AppraisalSheet Sheet => sheet ?? throw new InvalidOperationException("The page is shown only with an assessment.");

    public Scorecard SelfAssessed => self ?? throw new InvalidOperationException("The handler computes it first.");

    public Scorecard Appraised => appraised ?? throw new InvalidOperationException("The handler computes it first.");

    /// <summary>Null until the edition is published.</summary>
    public AgencyResult? Published { get; private set; }

    /// <summary>Somebody in the group is not appraised yet.</summary>
    public bool IsProvisional { get; private set; }

    /// <summary>Criteria that were opened again, oldest first.</summary>
    public IReadOnlyList<Reopening> Reopenings { get; private set; } = [];

    public IReadOnlyList<CriteriaTable> Components { get; private set; } = [];

    private IEnumerable<Correction> Corrections => Sheet.Criteria.Figures
        .Select(figure => (Figure: figure, Entry: Sheet.Entries.GetValueOrDefault(figure.Code)))
        .Where(one => one.Entry?.CorrectionReason is not null)
        .Select(one => new Correction(one.Figure, one.Entry?.Declared, one.Entry?.Accepted, one.Entry?.CorrectionReason ?? ReasonCode.Other));

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await sheets.FindAsync(Year, Agency, ct) is not { } found)
            return NotFound();
        if (!AssessmentRules.IsHeard(found.Assessment, found.Edition))
            return Redirect(addresses.Page(AssessmentPath.Of(Year, Agency)));
        sheet = found;
        self = found.SelfAssessed;
        var best = await bestOfGroup.FindAsync(Year, found.Assessment.Group, found.Scorer, ct);
        (appraised, IsProvisional) = (found.Appraised(best), best is null);
        Reopenings = await db.Set<Reopening>().AsNoTracking()
            .Where(one => one.Year == Year && one.Agency == Agency && one.OpenedAt != null).OrderBy(one => one.Number).ToListAsync(ct);
        Published = await results.FindAsync(Year, Agency, null, ct);
        Components = [.. found.Criteria.Components.Select(TableOf)];
        return Page();
    }

    public Outcome OutcomeOf(AgencyResult result) => ResultInBrief.Of(result, texts);

    public string Pdf => addresses.Api($"editions/{Year}/agencies/{Agency}/scorecard.pdf?lang={Addresses.Language}");

    private CriteriaTable TableOf(Component component) => new(
        component.Name.In(Addresses.Language),
        [texts["Maximum"], texts["Declared"], texts[Published is null ? "Appraised" : "Final"]],
        [.. component.Criteria.Select(RowOf)]);

    private CriteriaTable.Row RowOf(Criterion criterion)
    {
        var (own, result) = (SelfAssessed.ResultOf(criterion.Code), Appraised.ResultOf(criterion.Code));
        var set = Sheet.Criteria;
        return new(
            criterion.Code,
            criterion.Name.In(Addresses.Language),
            [PrintedPoints.Of(criterion.Maximum, set.Method), PrintedPoints.Self(set, own), FinalOf(criterion) ?? PrintedPoints.Of(set, result)])
        {
            Notes = [.. DecisionOn(criterion), .. CorrectionsOf(criterion)],
        };
    }

    /// <summary>After publication the frozen points, so that nothing here can differ from what was published.</summary>
    private string? FinalOf(Criterion criterion) =>
        Published?.Card is { } card && card.Criteria.FirstOrDefault(printed => printed.Criterion.Code == criterion.Code) is
        { State: ResultState.Scored or ResultState.Decided } found
            ? found.Final.In(Addresses.Language, card.Method.Decimals)
            : null;

    private IEnumerable<string> DecisionOn(Criterion criterion)
    {
        if (Sheet.VerdictsInForce.GetValueOrDefault(criterion.Code) is not { Reason: { } reason } verdict)
            yield break;
        yield return texts["Heard.Decision", texts[$"Heard.{verdict.Decision}"], ReasonInWords.Of(reason).In(Addresses.Language)];
        yield return texts["Heard.Sentence", verdict.Sentence ?? ""];
    }

    private IEnumerable<string> CorrectionsOf(Criterion criterion)
    {
        foreach (var correction in Correction.Of(criterion, Corrections))
        {
            yield return correction.InWords(Sheet.Criteria).In(Addresses.Language);
            yield return texts["Heard.Sentence", Sheet.Entries[correction.Figure.Code].CorrectionSentence ?? ""];
        }
    }
}
