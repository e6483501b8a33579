using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Scoring;

/// <summary>The figures of one agency as they would be, scored as often as the bound allows.</summary>
internal sealed class NextTierTrial
{
    private readonly Scorer scorer;
    private readonly GroupBest best;
    private readonly int mostEvaluations;
    private readonly IReadOnlyDictionary<string, FigureValue> start;
    private readonly Dictionary<string, FigureValue> figures;
    private readonly ScoringInput input;
    private readonly List<Tier> tiers;
    private int evaluations;

    public NextTierTrial(Scorer scorer, ScoringInput input, GroupBest best, int mostEvaluations)
    {
        (this.scorer, this.best, this.mostEvaluations) = (scorer, best, mostEvaluations);
        start = input.Figures;
        figures = new(input.Figures, StringComparer.Ordinal);
        this.input = input with { Figures = figures };
        tiers = [.. scorer.Set.Method.Tiers];
    }

    /// <summary>Place of the tier to reach; 0 is the highest.</summary>
    public int Target { get; set; }

    public Method Method => scorer.Set.Method;

    public IReadOnlyDictionary<string, FigureValue> Figures => figures;

    public bool IsSpent => evaluations >= mostEvaluations;

    public Scorecard Score()
    {
        evaluations++;
        return scorer.Score(input, best);
    }

    public bool Reaches(Scorecard scorecard) => scorecard.Tier is { } tier && tiers.IndexOf(tier) <= Target;

    public bool Reaches() => Reaches(Score());

    public void Set(string figure, FigureValue value) => figures[figure] = value;

    /// <summary>Puts a figure back to what it was.</summary>
    public void Reset(string figure)
    {
        if (start.TryGetValue(figure, out var value))
            figures[figure] = value;
        else
            figures.Remove(figure);
    }

    public FigureValue? Before(string figure) => start.TryGetValue(figure, out var value) ? value : null;
}
