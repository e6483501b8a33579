using DaNangDxIndex.Appraisal;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Tenancy;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Scorecards;

/// <summary>What was said on a criterion of an agency by both sides, in the order in which it was said.</summary>
public sealed class SaidOnCriterion(OwnResult result, Criterion criterion, IStringLocalizer<AgencyTexts> texts)
{
    public IEnumerable<string> Lines => [.. FirstDecision(), .. Reply(), .. Decision(), .. Corrections()];

    private IEnumerable<string> FirstDecision()
    {
        if (result.FirstDecisionOn(criterion) is { } first)
            yield return texts["Heard.FirstRound", string.Join(' ', InWords(first))];
    }

    private IEnumerable<string> Reply()
    {
        if (result.Replies?.To(criterion.Code) is { } reply)
            yield return texts[result.Sheet.Assessment.RepliedAt is null ? "Heard.ReplyNotSent" : "Heard.ReplySent", reply.Sentence];
    }

    private IEnumerable<string> Decision()
    {
        if (result.DecisionOn(criterion) is not { } verdict)
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

    private IEnumerable<string> Corrections()
    {
        foreach (var (correction, sentence) in result.CorrectionsOf(criterion))
        {
            yield return correction.InWords(result.Criteria).In(Addresses.Language);
            yield return texts["Heard.Sentence", sentence];
        }
    }
}
