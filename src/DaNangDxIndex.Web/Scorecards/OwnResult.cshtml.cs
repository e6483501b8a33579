using DaNangDxIndex.Accounts;
using DaNangDxIndex.Appraisal;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Publishing;
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

    /// <summary>What it would take to reach the next tier; null where nobody asked, and where it is not known.</summary>
    public NextTierAdvice? NextTier { get; private set; }

    public async Task<IActionResult> OnGetAsync(bool next, CancellationToken ct)
    {
        _result = await results.FindAsync(Year, Agency, ct);
        if (_result is null)
            return Redirect(addresses.Page(AssessmentPath.Of(Year, Agency)));
        NextTier = next ? _result.NextTier : null;
        Components = [.. _result.Criteria.Components.Select(TableOf)];
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
        [texts["Maximum"], texts["Declared"], texts[Result.Published is null ? "Appraised" : "Final"]],
        [.. component.Criteria.Select(RowOf)]);

    private CriteriaTable.Row RowOf(Criterion criterion)
    {
        var (own, appraised, set) =
            (Result.SelfAssessed.ResultOf(criterion.Code), Result.Appraised.ResultOf(criterion.Code), Result.Criteria);
        return new(
            criterion.Code,
            criterion.Name.In(Addresses.Language),
            [
                PrintedPoints.Maximum(set, criterion),
                PrintedPoints.Self(set, own),
                Result.Final(criterion)?.Final.In(Addresses.Language, set.Method.Decimals) ?? PrintedPoints.Of(set, appraised),
            ])
        {
            Notes = [.. FirstDecisionOn(criterion), .. ReplyTo(criterion), .. DecisionOn(criterion), .. CorrectionsOf(criterion)],
            Way = criterion.Rule is not null && MayReply ? WayTo(criterion) : null,
        };
    }

    private (string Text, string Href) WayTo(Criterion criterion) => (
        texts[Result.Replies?.To(criterion.Code) is null ? "Heard.Reply" : "Heard.ChangeReply"],
        addresses.Page(ReplyPath.To(Year, Agency, criterion.Code)));

    private IEnumerable<string> FirstDecisionOn(Criterion criterion)
    {
        if (Result.FirstDecisionOn(criterion) is { } first)
            yield return texts["Heard.FirstRound", string.Join(' ', InWords(first))];
    }

    private IEnumerable<string> ReplyTo(Criterion criterion)
    {
        if (Result.Replies?.To(criterion.Code) is { } reply)
            yield return texts[Result.Sheet.Assessment.RepliedAt is null ? "Heard.ReplyNotSent" : "Heard.ReplySent", reply.Sentence];
    }

    private IEnumerable<string> DecisionOn(Criterion criterion)
    {
        if (Result.DecisionOn(criterion) is not { } verdict)
            yield break;
        if (verdict.Round == 2)
            yield return texts["Heard.SecondRound", string.Join(' ', InWords(verdict))];
        else foreach (var sentence in InWords(verdict))
            yield return sentence;
    }

    private IEnumerable<string> InWords(Verdict verdict)
    {
        if (verdict.Reason is { } reason)
            yield return texts["Heard.Decision", texts[$"Heard.{verdict.Decision}"], ReasonInWords.Of(reason).In(Addresses.Language)];
        else
            yield return texts["Heard.Accepted"];
        if (verdict.Sentence is { } said)
            yield return texts["Heard.Sentence", said];
    }

    private IEnumerable<string> CorrectionsOf(Criterion criterion)
    {
        foreach (var (correction, sentence) in Result.CorrectionsOf(criterion))
        {
            yield return correction.InWords(Result.Criteria).In(Addresses.Language);
            yield return texts["Heard.Sentence", sentence];
        }
    }
}
