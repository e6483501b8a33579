using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Scoring;

/// <summary>The figures of one agency as they would be, scored as often as the bound allows.</summary>
internal sealed class NextTierTrial
{
    private readonly Scorer _scorer;
    private readonly GroupBest _best;
    private readonly int _mostEvaluations;
    private readonly IReadOnlyDictionary<string, FigureValue> _start;
    private readonly Dictionary<string, FigureValue> _figures;
    private readonly ScoringInput _input;
    private readonly List<Tier> _tiers;
    private int _evaluations;

    public NextTierTrial(Scorer scorer, ScoringInput input, GroupBest best, int mostEvaluations)
    {
        (_scorer, _best, _mostEvaluations) = (scorer, best, mostEvaluations);
        _start = input.Figures;
        _figures = new(input.Figures, StringComparer.Ordinal);
        _input = input with { Figures = _figures };
        _tiers = [.. scorer.Set.Method.Tiers];
    }

    /// <summary>Place of the tier to reach; 0 is the highest.</summary>
    public int Target { get; set; }

    public Method Method => _scorer.Set.Method;

    public IReadOnlyDictionary<string, FigureValue> Figures => _figures;

    public bool IsSpent => _evaluations >= _mostEvaluations;

    public Scorecard Score()
    {
        _evaluations++;
        return _scorer.Score(_input, _best);
    }

    public bool Reaches(Scorecard scorecard) => scorecard.Tier is { } tier && _tiers.IndexOf(tier) <= Target;

    public bool Reaches() => Reaches(Score());

    public void Set(string figure, FigureValue value) => _figures[figure] = value;

    /// <summary>Puts a figure back to what it was.</summary>
    public void Reset(string figure)
    {
        if (_start.TryGetValue(figure, out var value))
            _figures[figure] = value;
        else
            _figures.Remove(figure);
    }

    public FigureValue? Before(NextTierLever lever) => _start.TryGetValue(lever.Figure.Code, out var value) ? value : null;
}
