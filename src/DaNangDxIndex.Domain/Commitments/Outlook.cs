using DaNangDxIndex.Criteria;
using DaNangDxIndex.Laboratory;
using DaNangDxIndex.Ranking;
using DaNangDxIndex.Scoring;

namespace DaNangDxIndex.Commitments;

/// <summary>
/// Where an agency would stand under given rules with the figures it had last: under those of the next edition, or of this one where no
/// next is open. Others stay where they are, and so does the best of the group.
/// </summary>
/// <remarks>
/// Criteria that read a figure which was not asked before are left out and the rest is converted to the scale, so that what nobody
/// knows counts neither for nor against. Points that an appraiser set by hand stay where the criterion has the same maximum still.
/// </remarks>
public sealed class Outlook
{
    /// <summary>Scoring anew costs time, and a way that is not found among so many would hardly be taken.</summary>
    private const int MostEvaluations = 2_000;

    private readonly Scorer _scorer;
    private readonly GroupBest _best;
    private readonly ScoringInput _input;
    private readonly IReadOnlyList<Contender> _others;

    private Outlook(Scorer scorer, IReadOnlyList<ScoringInput> group, ScoringInput input, IReadOnlyList<LackingFigure> lacking)
    {
        (_scorer, _best, _input, Lacking) = (scorer, scorer.BestOf(group), input, lacking);
        _others =
        [
            .. group.Where(other => !ReferenceEquals(other, input))
                .Select(other => Standings.ContenderOf(scorer.Set.Method, scorer.Score(other, _best))),
        ];
        Now = Try(new Dictionary<string, FigureValue?>(StringComparer.Ordinal));
    }

    /// <summary>The rules that it is reckoned by, without the criteria that are left out.</summary>
    public CriteriaSet Rules => _scorer.Set;

    /// <summary>Figures that these rules read and the last edition did not ask, or asked otherwise.</summary>
    public IReadOnlyList<LackingFigure> Lacking { get; }

    /// <summary>With the figures as they were.</summary>
    public TriedFigures Now { get; }

    public IReadOnlyDictionary<string, FigureValue> Figures => _input.Figures;

    /// <param name="had">The rules by which the figures were given.</param>
    /// <param name="rules">Those it is reckoned by; the same for an outlook under this edition's own.</param>
    /// <param name="group">What all agencies of the group brought, under the codes they have now.</param>
    /// <returns>Null when the agency is not among them.</returns>
    /// <exception cref="RuleViolation">As <see cref="Scorer.Score"/>.</exception>
    public static Outlook? Of(CriteriaSet had, CriteriaSet rules, IReadOnlyCollection<ScoringInput> group, string agency)
    {
        var lacking = LackingFigure.Of(rules, had);
        var kept = Trial.Without(rules, lacking);
        var translation = new Translation(had, kept, lacking);
        List<ScoringInput> inputs = [.. group.Select(translation.Of)];
        return kept.Components.Count > 0 && inputs.Find(input => input.Agency == agency) is { } own
            ? new(new Scorer(kept), inputs, own, lacking)
            : null;
    }

    /// <summary>The cheapest ways to the next tier, in whole units.</summary>
    public NextTierAdvice Advise() => NextTier.Of(_scorer, _input, _best, new() { MostEvaluations = MostEvaluations });

    /// <summary>What it would come to; nothing is kept.</summary>
    /// <param name="changes">Values in place of the present ones; null makes a figure blank. Unknown figures are passed over.</param>
    /// <exception cref="RuleViolation">As <see cref="Scorer.Score"/>.</exception>
    public TriedFigures Try(IReadOnlyDictionary<string, FigureValue?> changes)
    {
        var figures = new Dictionary<string, FigureValue>(_input.Figures, StringComparer.Ordinal);
        foreach (var (code, value) in changes)
        {
            if (value is { } given)
                figures[code] = given;
            else
                figures.Remove(code);
        }

        var card = _scorer.Score(_input with { Figures = figures }, _best);
        var standings = Standings.Rank(Rules.Method, _others.Append(Standings.ContenderOf(Rules.Method, card)));
        var (own, alongside) = (standings.First(line => line.Agency == card.Agency), standings.Where(line => line.Rank is not null));
        if (Rules.Method.Within == RankedWithin.Parent)
            alongside = alongside.Where(line => line.Parent == card.Parent);
        return new(card, own.Rank, alongside.Count());
    }
}

/// <summary>A scorecard that might be, with its rank if the others stay.</summary>
/// <param name="Rank">Null where the agency is not ranked.</param>
/// <param name="Ranked">How many are ranked beside it, itself included.</param>
public sealed record TriedFigures(Scorecard Card, int? Rank, int Ranked);
