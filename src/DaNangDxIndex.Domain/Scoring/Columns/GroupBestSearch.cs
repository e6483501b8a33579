using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Scoring;

/// <summary>First pass over columns: the best value of each compared quantity, found near in doubles and settled in fractions.</summary>
internal sealed class GroupBestSearch(GroupFigures figures, bool[][] applies)
{
    private readonly HashSet<int> _outsize = [.. figures.Outsize];

    public GroupBest Find()
    {
        var values = new Dictionary<BestKey, Fraction>();
        foreach (var (criterion, row) in figures.Set.Criteria.Select((criterion, index) => (criterion, applies[index])))
        {
            foreach (var linear in (criterion.Rule?.Parts ?? []).OfType<Linear>().Where(linear => linear.Target != Target.Number))
            {
                if (Find(criterion.Code, linear, row) is { } best)
                    values[new BestKey(criterion.Code, linear.Of, linear.Target)] = best;
            }
        }

        return values.Count == 0 ? GroupBest.None : new GroupBest(values);
    }

    private Fraction? Find(string criterion, Linear linear, bool[] row)
    {
        var unsettled = new HashSet<int>(_outsize);
        var (candidates, quantity) = (new HashSet<(double Sum, double Over)>(), new QuantityColumns(linear.Of, figures));
        var sign = linear.Target == Target.Highest ? 1 : -1;
        var best = double.NegativeInfinity;
        for (var first = 0; quantity.IsExact && first < row.Length; first += ShareBatch.Size)
        {
            var count = Math.Min(ShareBatch.Size, row.Length - first);
            quantity.Load(first, count);
            for (var i = 0; i < count; i++)
            {
                if (quantity.IsAboveWhole(i))
                    unsettled.Add(first + i);
                else if (row[first + i] && quantity.Over[i] > 0 && !double.IsNaN(quantity.Sum[i]) && !_outsize.Contains(first + i))
                    Offer(quantity.Sum[i], quantity.Over[i]);
            }
        }

        var exact = quantity.IsExact ? unsettled : Enumerable.Range(0, row.Length);
        return Best(candidates.Select(candidate => (Fraction)(long)candidate.Sum / (long)candidate.Over * quantity.ScaleFactor)
            .Concat(exact.Where(member => row[member]).Select(member => Measured(criterion, linear.Of, member)).OfType<Fraction>()), sign);

        void Offer(double sum, double over)
        {
            // Equal quotients in doubles may differ as fractions, so all that come within rounding of the best are kept.
            var value = sign * (sum / over);
            var slack = 4 * Near.Unit * Math.Abs(best);
            if (double.IsFinite(best) && value < best - slack)
                return;
            if (!double.IsFinite(best) || value > best + slack)
                candidates.Clear();
            best = Math.Max(best, value);
            candidates.Add((sum, over));
        }
    }

    private Fraction? Measured(string criterion, Quantity quantity, int member)
    {
        var input = figures.InputOf(member);
        var measured = new ReadFigures(input.Figures, code => figures.Set.Figures[figures.IndexOf(code) ?? 0], input.Accepts(criterion))
            .Measure(quantity);
        return measured.State == MeasuredState.Value ? measured.Value : null;
    }

    private static Fraction? Best(IEnumerable<Fraction> values, int sign)
    {
        Fraction? best = null;
        foreach (var value in values)
        {
            if (best is null || (sign > 0 ? value > best : value < best))
                best = value;
        }

        return best;
    }
}
