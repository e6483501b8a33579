using DaNangDxIndex.Criteria;
using DaNangDxIndex.Scoring;

namespace DaNangDxIndex.Laboratory;

/// <summary>What an agency brought under one set, as another set reads it: the same figures, and the decisions that still fit.</summary>
internal sealed class Translation(CriteriaSet before, CriteriaSet tried, IReadOnlyList<LackingFigure> lacking)
{
    private readonly HashSet<string> _unknown = [.. lacking.Select(figure => figure.Figure.Code)];
    private readonly HashSet<string> _kinds = [.. tried.Kinds.Select(kind => kind.Code)];

    public int DecisionsLeft { get; private set; }

    public ScoringInput Of(ScoringInput agency)
    {
        var decisions = agency.Decisions.Where(decision => Fits(decision.Key, decision.Value)).ToDictionary(StringComparer.Ordinal);
        DecisionsLeft += agency.Decisions.Count - decisions.Count;
        return agency with
        {
            Figures = Figures(agency),
            Kinds = [.. agency.Kinds.Where(_kinds.Contains)],
            Decisions = decisions,
        };
    }

    // A value that the draft's figure refuses (an option that is gone, a bound that moved) is blank.
    private Dictionary<string, FigureValue> Figures(ScoringInput agency)
    {
        var figures = new Dictionary<string, FigureValue>(StringComparer.Ordinal);
        foreach (var figure in tried.Figures.Where(figure => !_unknown.Contains(figure.Code)))
        {
            if (before.Figure(figure.Code) is { } was && agency.Figures.TryGetValue(figure.Code, out var value)
                && FigureValue.Read(figure, value.Write(was)).Value is { } read)
            {
                figures[figure.Code] = read;
            }
        }

        return figures;
    }

    private bool Fits(string criterion, Decided decided) =>
        tried.Criterion(criterion) is { } now
            && (decided.Decision != VerdictDecision.Points || now.Maximum == before.Criterion(criterion)?.Maximum);
}
