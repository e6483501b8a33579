using DaNangDxIndex.Assessments;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Evidence;
using DaNangDxIndex.Scoring;
using DaNangDxIndex.Tenancy;
using DaNangDxIndex.Text;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Papers;

/// <summary>
/// What the agency declares, criterion by criterion, with its own points and what proves them. The digest is that of the declaration: the
/// one that was signed by submitting, or of the draft as it stands.
/// </summary>
public sealed class SelfAssessmentReport(IStringLocalizer<PaperTexts> texts, AssessmentWords words, CurrentTenant tenant)
{
    public Paper Of(AssessmentSheet sheet, EvidenceOfAssessment evidence)
    {
        var (assessment, card, method) = (sheet.Assessment, sheet.SelfAssessed, sheet.Set.Method);
        var letterhead = tenant.Required.Letterhead;
        return new(
            Addresses.Language, letterhead.Authority.ForReader().ToUpperInvariant(), sheet.Agency.Name.ForReader().ToUpperInvariant(),
            texts["PlaceAndDate", letterhead.Place.ForReader()], texts["Number.Report"], texts["Kind.Report"],
            texts["Title.Report", assessment.Year], sheet.Declaration(evidence).Digest)
        {
            Draft = assessment.SubmittedDigest is null ? texts["Draft.Report"].Value : null,
            Parts =
            [
                new Paper.Paragraph(texts["Report.Opening", assessment.Year, letterhead.Authority.ForReader(),
                    sheet.Agency.Name.ForReader()]),
                new Paper.Heading(texts["Report.Summary"]),
                new Paper.Paragraph(texts["Report.Total", PrintedPoints.Of(card.Total, method), PrintedPoints.Of(method.Scale, method),
                    sheet.Filled, sheet.Of]),
                .. Submitted(assessment),
                Components(sheet, card),
                new Paper.Heading(texts["Report.Criteria"]),
                Criteria(sheet, card, evidence),
                .. Requests(sheet),
                .. AnswersToReturns(sheet),
            ],
            Signatures = [texts["Sign.Drafter"], texts["Sign.Head"]],
        };
    }

    private IEnumerable<Paper.Part> Submitted(Assessment assessment) => assessment.SubmittedAt is { } at
        ? [new Paper.Paragraph(texts["Report.SubmittedAt", VietNamTime.HourAndDay(at, Addresses.Language)])]
        : [];

    private Paper.Table Components(AssessmentSheet sheet, Scorecard card) => new(
        [new(texts["Column.Component"], 6), new(texts["Column.Maximum"], 1.6, true), new(texts["Column.Self"], 1.6, true)],
        [
            .. card.Components.Where(result => sheet.Form.Components.Contains(result.Component)).Select(result =>
            {
                var (points, maximum) = PrintedPoints.Self(sheet.Set, result);
                return new Paper.Row([result.Component.Name.ForReader(), maximum, points]);
            }),
        ]);

    private Paper.Table Criteria(AssessmentSheet sheet, Scorecard card, EvidenceOfAssessment evidence) => new(
        [
            new(texts["Column.Code"], 1.1, true), new(texts["Column.Criterion"], 3.4), new(texts["Column.Figures"], 3),
            new(texts["Column.Maximum"], 1.2, true), new(texts["Column.Self"], 1.2, true), new(texts["Column.Evidence"], 2.6),
        ],
        [
            .. from component in sheet.Form.Components
               from row in sheet.Form.LinesOf(component).Select(line => RowOf(sheet, card, evidence, line))
                   .Prepend(new Paper.Row(["", component.Name.ForReader(), "", "", "", ""], Strong: true))
               select row,
        ]);

    private Paper.Row RowOf(AssessmentSheet sheet, Scorecard card, EvidenceOfAssessment evidence, EntryForm.Line line)
    {
        var result = card.Criteria.First(result => result.Criterion == line.Criterion);
        var figures = line.Criterion.Figures.Select(sheet.Set.Figure).OfType<Figure>()
            .Select(figure => $"{figure.Name.ForReader()}: {words.ShowWithUnit(figure, sheet.Value(figure))}");
        var pieces = evidence.Of(line.Criterion.Code).Select(attachment => attachment.Shown.Revision.Title).ToList();
        return new(
        [
            line.Criterion.Code, line.Criterion.Name.ForReader(), string.Join("\n", figures),
            line.Criterion.Rule is null ? "–" : PrintedPoints.Maximum(sheet.Set, line.Criterion, result.Maximum),
            line.Criterion.Rule is null ? "–" : PrintedPoints.Self(sheet.Set, result),
            pieces.Count > 0 ? string.Join("; ", pieces) : evidence.Reasons.GetValueOrDefault(line.Criterion.Code)?.Sentence ?? "–",
        ]);
    }

    private IEnumerable<Paper.Part> AnswersToReturns(AssessmentSheet sheet)
    {
        if (sheet.Assessment.Answers.Count == 0)
            yield break;
        yield return new Paper.Heading(texts["Report.Answers", sheet.Requests.Count == 0 ? "III" : "IV"]);
        foreach (var answer in sheet.Assessment.Answers.OrderBy(answer => answer.Key, StringComparer.Ordinal))
            yield return new Paper.Paragraph($"{answer.Key}: {answer.Value.Sentence}");
    }

    private IEnumerable<Paper.Part> Requests(AssessmentSheet sheet)
    {
        if (sheet.Requests.Count == 0)
            yield break;
        yield return new Paper.Heading(texts["Report.Requests"]);
        foreach (var request in sheet.Requests.Values.OrderBy(request => request.Criterion, StringComparer.Ordinal))
            yield return new Paper.Paragraph($"{request.Criterion}: {request.Reason}");
    }
}
