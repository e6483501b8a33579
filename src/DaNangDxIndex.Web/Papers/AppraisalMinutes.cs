using System.Text.Json.Nodes;
using DaNangDxIndex.Appraisal;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Scoring;
using DaNangDxIndex.Tenancy;
using DaNangDxIndex.Text;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Papers;

/// <summary>
/// What the appraisers found at one agency, criterion by criterion with points, decision and reason; the digest is of exactly this.
/// </summary>
public sealed class AppraisalMinutes(IStringLocalizer<PaperTexts> texts, CurrentTenant tenant)
{
    private const string Format = "dx-index-minutes/1";

    public Paper Of(AppraisalSheet sheet, GroupBest? best)
    {
        var (assessment, method) = (sheet.Assessment, sheet.Criteria.Method);
        var (self, card) = (sheet.SelfAssessed, sheet.Appraised(best));
        var letterhead = tenant.Required.Letterhead;
        return new(
            Addresses.Language, letterhead.Authority.ForReader().ToUpperInvariant(), texts["Issuer.Minutes"],
            texts["PlaceAndDate", letterhead.Place.ForReader()], texts["Number.Minutes"], texts["Kind.Minutes"],
            texts["Title.Minutes", assessment.Year, sheet.Agency.Name.ForReader()], DigestOf(sheet, card))
        {
            Draft = AssessmentRules.IsSettled(assessment.State) ? null : texts["Draft.Minutes"].Value,
            Parts =
            [
                new Paper.Paragraph(texts["Minutes.Opening", assessment.Year, sheet.Agency.Name.ForReader()]),
                new Paper.Paragraph(texts["Minutes.State", assessment.State.InWords().ForReader()]),
                new Paper.Paragraph(texts["Minutes.Total", PrintedPoints.Of(self.Total, method), PrintedPoints.Of(card.Total, method)]),
                .. card.Open.Maximum == 0
                    ? []
                    : new Paper.Part[] { new Paper.Paragraph(texts["Minutes.Open", PrintedPoints.Of(card.Open.Maximum, method)]) },
                new Paper.Heading(texts["Minutes.Criteria"]),
                Criteria(sheet, self, card),
            ],
            Signatures = [texts["Sign.Agency"], texts["Sign.Lead"]],
        };
    }

    private Paper.Table Criteria(AppraisalSheet sheet, Scorecard self, Scorecard card) => new(
        [
            new(texts["Column.Code"], 1.1, true), new(texts["Column.Criterion"], 3.2), new(texts["Column.Maximum"], 1.2, true),
            new(texts["Column.Self"], 1.2, true), new(texts["Column.Appraised"], 1.3, true), new(texts["Column.Verdict"], 4),
        ],
        [
            .. from component in sheet.Criteria.Components
               from row in component.Criteria.Where(criterion => criterion.Rule is not null)
                   .Select(criterion => RowOf(sheet, self, card, criterion))
                   .Prepend(new Paper.Row(["", component.Name.ForReader(), "", "", "", ""], Strong: true))
               select row,
        ]);

    private Paper.Row RowOf(AppraisalSheet sheet, Scorecard self, Scorecard card, Criterion criterion)
    {
        var set = sheet.Criteria;
        return new(
        [
            criterion.Code, criterion.Name.ForReader(), PrintedPoints.Maximum(set, criterion),
            PrintedPoints.Self(set, self.ResultOf(criterion.Code)), PrintedPoints.Of(set, card.ResultOf(criterion.Code)),
            sheet.LastVerdictOn(criterion.Code) is { } verdict ? InWords(verdict) : texts["Verdict.None"],
        ]);
    }

    private string InWords(Verdict verdict) => string.Join(
        " ", new[]
        {
            texts["Verdict." + verdict.Decision].Value, verdict.Reason is { } reason ? ReasonInWords.Of(reason).ForReader() + "." : null,
            verdict.Sentence,
        }.OfType<string>());

    /// <summary>SHA-256 of the RFC 8785 text of points and verdicts.</summary>
    private static string DigestOf(AppraisalSheet sheet, Scorecard card) => CanonicalJson.Digest(CanonicalJson.Write(new JsonObject
    {
        ["format"] = Format,
        ["edition"] = sheet.Assessment.Year,
        ["agency"] = sheet.Assessment.Agency,
        ["total"] = NumberText.Fixed(card.Total, sheet.Criteria.Method.Decimals, "en"),
        ["verdicts"] = new JsonObject(sheet.VerdictsInForce.Select(pair => KeyValuePair.Create<string, JsonNode?>(pair.Key, new JsonObject
        {
            ["round"] = pair.Value.Round,
            ["decision"] = pair.Value.Decision.ToString(),
            ["points"] = pair.Value.Points is { } points ? NumberText.Plain(points, "en", 12) : null,
            ["reason"] = pair.Value.Reason?.ToString(),
            ["sentence"] = pair.Value.Sentence,
        }))),
    }));
}
