using DaNangDxIndex.Criteria;
using DaNangDxIndex.Scoring;

namespace DaNangDxIndex.Demo;

/// <summary>
/// Finds figures whose total is the wanted one: the engine scores, only figures are moved. First the quality that comes closest from below,
/// then single figures upwards, the finest last.
/// </summary>
internal sealed class TotalTuner(Scorer scorer, string agency, FigureMaker maker, GroupBest best)
{
    public IReadOnlyDictionary<string, FigureValue> Reach(decimal target)
    {
        var figures = Enumerable.Range(0, 111).Select(step => maker.Make(-0.6 + (step * 0.02))).Where(made => Total(made) <= target)
            .MaxBy(Total)
            ?? throw new InvalidOperationException($"Even the poorest figures give {agency} more than {target}.");
        for (var round = 0; round < 6; round++)
        {
            foreach (var knob in Knobs(figures))
                Raise(figures, knob, target);
            if (Total(figures) == target)
                return figures;
        }

        throw new InvalidOperationException($"{agency}: {target} was not reached, only {Total(figures)}.");
    }

    private decimal Total(IReadOnlyDictionary<string, FigureValue> figures) =>
        scorer.Score(new() { Agency = agency, Figures = figures }, best).Total;

    /// <summary>
    /// Figures with many units that nobody printed, in an order of the agency's own; those of which a unit moves least come last.
    /// </summary>
    private List<Knob> Knobs(Dictionary<string, FigureValue> figures)
    {
        var knobs = from figure in maker.Set.Figures
                    where maker.IsFree(figure.Code) && figures.ContainsKey(figure.Code)
                    let share = Recipes.Of(figure.Code, maker.Set.Group, maker.Set.Edition) as Recipe.Share
                    where share is { Best: > 0 and < 2 }
                    let whole = figures[share.Of].Number
                    where whole >= 60
                    orderby Draw.Of(maker.Set.Edition, agency, figure.Code, "order")
                    select new Knob(figure.Code, 1, Math.Min(whole, Math.Ceiling(figures[figure.Code].Number + (whole * 0.03m))));
        var list = knobs.ToList();
        if (maker.IsFree("data-lookups") && figures.TryGetValue("data-lookups", out var lookups))
            list.Add(new("data-lookups", 1, Math.Min(figures["staff"].Number * 116, lookups.Number * 1.06m)));
        if (figures.TryGetValue("satisfaction", out var satisfaction))
            list.Add(new("satisfaction", 0.01m, Math.Min(99.4m, satisfaction.Number + 2)));
        return list;
    }

    /// <summary>The lowest value with which the target is met exactly, or else the highest that stays under it.</summary>
    private void Raise(Dictionary<string, FigureValue> figures, Knob knob, decimal target)
    {
        if (Total(figures) == target)
            return;
        var (least, steps) = (figures[knob.Figure].Number, (int)((knob.Most - figures[knob.Figure].Number) / knob.Step));
        var (low, high) = (0, steps);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            figures[knob.Figure] = FigureValue.Of(least + (middle * knob.Step));
            if (Total(figures) <= target)
                low = middle;
            else
                high = middle - 1;
        }

        figures[knob.Figure] = FigureValue.Of(least + (Math.Max(low, 0) * knob.Step));
    }

    private sealed record Knob(string Figure, decimal Step, decimal Most);
}
