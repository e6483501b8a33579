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
/// <param name="Scorecards">Under the draft, in the order of the edition's agencies.</param>
/// <param name="DecisionsLeft">Decisions of appraisers that no longer fit: their criterion is gone or has another maximum.</param>
public sealed record Trial(
    CriteriaSet Tried, IReadOnlyList<LackingFigure> Lacking,
    IReadOnlyList<Move> Moves, IReadOnlyList<Scorecard> Scorecards, int DecisionsLeft)
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
    public static Trial Of(CriteriaSet draft, CriteriaSet before, IReadOnlyList<ScoringInput> agencies, bool leaveOut)
    {
        var lacking = LackingFigure.Of(draft, before);
        var tried = leaveOut ? Without(draft, lacking) : draft;
        var translation = new Translation(before, tried, lacking);
        var inputs = agencies.Select(translation.Of).ToList();
        var after = new Scorer(tried).ScoreGroup(inputs);
        var moves = Move.Of(Placed(before, new Scorer(before).ScoreGroup([.. agencies])), Placed(tried, after));
        return new(tried, lacking, moves, after, translation.DecisionsLeft);
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

    private static IReadOnlyList<Place> Placed(CriteriaSet set, IReadOnlyList<Scorecard> cards)
    {
        var ranks = Standings.Rank(set.Method, cards)
            .ToDictionary(standing => standing.Agency, standing => standing.Rank, StringComparer.Ordinal);
        return [.. cards.Select(card => new Place(card.Agency, ranks[card.Agency], card.Total, card.Tier))];
    }
}
