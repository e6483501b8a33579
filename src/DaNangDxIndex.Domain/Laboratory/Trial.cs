using DaNangDxIndex.Criteria;
using DaNangDxIndex.Ranking;
using DaNangDxIndex.Scoring;

namespace DaNangDxIndex.Laboratory;

/// <summary>
/// A draft criteria set tried on the figures of an edition that is over: how its table would have come out. It decides nothing and is
/// published nowhere.
/// </summary>
/// <param name="Tried">The draft as it was scored: without the criteria that lack a figure, where they were left out.</param>
/// <param name="Lacking">Figures the draft reads and the edition did not ask, or asked otherwise.</param>
/// <param name="Moves">Every agency, in the order of its rank under the draft.</param>
/// <param name="DecisionsLeft">Decisions of appraisers that no longer fit: their criterion is gone or has another maximum.</param>
public sealed record Trial(
    CriteriaSet Tried, IReadOnlyList<LackingFigure> Lacking,
    IReadOnlyList<Move> Moves, int DecisionsLeft)
{
    /// <summary>Those who share the first rank; empty where one agency is first alone.</summary>
    public IReadOnlyList<Move> TiedAtTop => Moves.Where(move => move.After.Rank == 1).ToList() is { Count: > 1 } tied ? tied : [];

    public int RankMoves => Moves.Count(move => move.Before.Rank != move.After.Rank);

    public int TierMoves => Moves.Count(move => move.Before.Tier?.Code != move.After.Tier?.Code);

    /// <param name="draft">A set that holds together.</param>
    /// <param name="before">The set of the edition that is over.</param>
    /// <param name="agencies">What its agencies brought, by its figures.</param>
    /// <param name="leaveOut">
    /// Criteria that lack a figure are left out and the rest is converted to the scale; else they earn nothing, as a blank does.
    /// </param>
    public static Trial Of(CriteriaSet draft, CriteriaSet before, IReadOnlyList<ScoringInput> agencies, bool leaveOut) =>
        Scored(draft, before, agencies, leaveOut).Trial;

    /// <summary>
    /// The same, with the scorecards under the draft, in the order of the edition's agencies: they are a hundred times as much as a trial.
    /// </summary>
    public static (Trial Trial, IReadOnlyList<Scorecard> Scorecards) Scored(
        CriteriaSet draft, CriteriaSet before, IReadOnlyList<ScoringInput> agencies, bool leaveOut)
    {
        var lacking = LackingFigure.Of(draft, before);
        var tried = leaveOut ? Without(draft, lacking) : draft;
        var translation = new Translation(before, tried, lacking);
        var inputs = agencies.Select(translation.Of).ToList();
        var after = new Scorer(tried).ScoreGroup(inputs);
        var moves = Move.Of(Placed(before, CardsOf(new Scorer(before), agencies)), Placed(tried, after));
        return (new(tried, lacking, moves, translation.DecisionsLeft), after);
    }

    internal static CriteriaSet Without(CriteriaSet draft, IReadOnlyList<LackingFigure> lacking)
    {
        var gone = lacking.SelectMany(figure => figure.Criteria).Select(criterion => criterion.Code).ToHashSet(StringComparer.Ordinal);
        return draft with
        {
            Components = [.. draft.Components
                .Select(
                    component => component with { Criteria = [.. component.Criteria.Where(criterion => !gone.Contains(criterion.Code))] })
                .Where(component => component.Criteria.Count > 0)],
            Kinds = [.. draft.Kinds.Select(kind => kind with { Criteria = [.. kind.Criteria.Where(code => !gone.Contains(code))] })],
            Method = draft.Method with { TieKeys = [.. draft.Method.TieKeys.Where(key => key.IsComponent || !gone.Contains(key.Code))] },
        };
    }

    /// <summary>One after the other, so that no two of them are held at once.</summary>
    private static IEnumerable<Scorecard> CardsOf(Scorer scorer, IReadOnlyList<ScoringInput> agencies)
    {
        var best = scorer.BestOf(agencies);
        return agencies.Select(input => scorer.Score(input, best));
    }

    private static IReadOnlyList<Place> Placed(CriteriaSet set, IEnumerable<Scorecard> cards)
    {
        List<(Contender Contender, Tier? Tier)> placed =
            [.. cards.Select(card => (Standings.ContenderOf(set.Method, card), card.Tier))];
        var ranks = Standings.Rank(set.Method, placed.Select(place => place.Contender))
            .ToDictionary(standing => standing.Agency, standing => standing.Rank, StringComparer.Ordinal);
        return [.. placed.Select(place =>
            new Place(place.Contender.Agency, ranks[place.Contender.Agency], place.Contender.Total, place.Tier))];
    }
}
