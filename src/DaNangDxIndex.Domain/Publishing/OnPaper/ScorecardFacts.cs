using DaNangDxIndex.Criteria;
using DaNangDxIndex.Scoring;
using DaNangDxIndex.Text;

namespace DaNangDxIndex.Publishing.OnPaper;

/// <summary>
/// All that is checked of a printed scorecard, worked out from the publication by another road than the one it was printed on.
/// </summary>
internal sealed class ScorecardFacts(PublishedGroup group, Entrant entrant, Result result, string language)
{
    private readonly Method _method = group.Criteria.Method;

    public IEnumerable<PaperFact> All() =>
    [
        PaperFact.Begins(PaperPlace.Agency, entrant.Name.In(language)),
        PaperFact.Exactly(PaperPlace.Group, group.Name.In(language)),
        PaperFact.Exactly(PaperPlace.Total, Points(NumberText.Value(result.Total))),
        PaperFact.Exactly(PaperPlace.SelfTotal, Points(NumberText.Value(result.SelfAssessed?.Total))),
        PaperFact.Exactly(PaperPlace.Rank, result.Rank is { } rank ? $"{rank}/{group.RankedBeside(entrant)}" : null),
        PaperFact.OneOf(
            PaperPlace.Tier, _method.Tiers.FirstOrDefault(tier => tier.Code == result.Tier)?.Name.In(language),
            [.. _method.Tiers.Select(tier => tier.Name.In(language))]),
        .. group.Criteria.Components.SelectMany(Of),
        .. Criteria(),
    ];

    private IEnumerable<PaperFact> Of(Component component)
    {
        string At(string what) => PaperPlace.Component(component.Code, what);
        var points = result.Components.First(points => points.Code == component.Code);
        var given = component.Criteria.Select(criterion => result.SelfAssessed?.Of(criterion.Code)?.Points).OfType<Fraction>().ToList();
        var applies = !points.Maximum.IsZero;
        Fraction? self = applies && component.Block != Block.Penalty && given.Count > 0
            ? given.Aggregate((sum, fraction) => sum + fraction)
            : null;
        yield return PaperFact.Exactly(At(PaperPlace.Maximum), applies ? Plain(component.Sign * _method.Round(points.Maximum)) : null);
        yield return PaperFact.Exactly(At(PaperPlace.Self), Rounded(self));
        yield return PaperFact.Exactly(At(PaperPlace.Final), applies ? Points(component.Sign * _method.Round(points.Points)) : null);
    }

    private IEnumerable<PaperFact> Criteria()
    {
        var scorer = new Scorer(group.Criteria);
        var best = scorer.BestOf(group.Scored.Select(scored => Computation.InputOf(group.Criteria, scored)));
        var input = Computation.InputOf(group.Criteria, entrant);
        return group.Criteria.Components.SelectMany(component => component.Criteria.SelectMany(criterion =>
        {
            var points = result.Criteria.First(points => points.Code == criterion.Code);
            var brief = points.State == ResultState.NotApplicable
                ? FigureInBrief.None
                : FigureInBrief.Of(group.Criteria, criterion, input, best);
            return Of(component, criterion, points, brief);
        }));
    }

    private IEnumerable<PaperFact> Of(Component component, Criterion criterion, CriterionPoints points, FigureInBrief brief)
    {
        string At(string what) => PaperPlace.Criterion(criterion.Code, what);
        var self = component.Block == Block.Penalty ? null : result.SelfAssessed?.Of(criterion.Code);
        yield return PaperFact.Digits(At(PaperPlace.Figure), brief.Figure?.In(language));
        yield return PaperFact.Digits(At(PaperPlace.Target), brief.Target?.In(language));
        yield return PaperFact.Exactly(
            At(PaperPlace.Maximum), points.Maximum.IsZero ? null : Plain(component.Sign * _method.Round(points.Maximum)));
        yield return PaperFact.Exactly(
            At(PaperPlace.Self), self is null || InWords(self.State, self.Maximum) ? null : Rounded(self.Points));
        yield return PaperFact.Exactly(
            At(PaperPlace.Final),
            InWords(points.State, points.Maximum) ? null : Points(component.Sign * _method.Round(points.Points)));
    }

    private static bool InWords(ResultState state, Fraction maximum) => state == ResultState.Information
        || (maximum.IsZero && state is ResultState.NotApplicable or ResultState.NothingDue);

    private string? Rounded(Fraction? points) => points is { } known ? Points(_method.Round(known)) : null;

    private string? Points(decimal? points) => points is { } known ? NumberText.Fixed(known, _method.Decimals, language) : null;

    private string Plain(decimal number) => NumberText.Plain(number, language);
}
