using System.Numerics;
using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Scoring;

/// <summary>
/// The method once more, as plainly as it can be written, in unreduced BigInteger quotients of its own: what the engine is held to.
/// It shares no arithmetic and no evaluation with the engine.
/// </summary>
internal sealed class PlainEvaluation(CriteriaSet set, IReadOnlyList<ScoringInput> group)
{
    public sealed record Result(IReadOnlyList<Q> Points, Q Applicable, Q Converted, decimal Total, string? Tier, bool Ranked);

    public IReadOnlyList<Result> Results() => [.. group.Select(Score)];

    public IReadOnlyList<int?> Ranks(IReadOnlyList<Result> results)
    {
        var method = set.Method;
        return [.. results.Select((result, index) => result.Ranked ? RankOf(index) : (int?)null)];

        int RankOf(int index)
        {
            var better = Enumerable.Range(0, results.Count)
                .Where(other => results[other].Ranked && SameTable(other, index) && Compare(other, index) > 0).ToList();
            if (method.Ranking == RankingMethod.Competition)
                return better.Count + 1;
            return better.Select(other => string.Join('|', Keys(other))).Distinct().Count() + 1;
        }

        bool SameTable(int a, int b) => method.Within == RankedWithin.Group || (group[a].Parent ?? "") == (group[b].Parent ?? "");

        int Compare(int a, int b) => Keys(a).Zip(Keys(b), (x, y) => x.CompareTo(y)).FirstOrDefault(order => order != 0);

        decimal[] Keys(int index) => [results[index].Total, .. method.TieKeys.Select(key => Round(KeyPoints(key, results[index])))];
    }

    private Q KeyPoints(TieKey key, Result result)
    {
        var codes = set.Criteria.Select(criterion => criterion.Code).ToList();
        var component = set.Components
            .Single(component => key.IsComponent
                ? component.Code == key.Code
                : component.Criteria.Any(criterion => criterion.Code == key.Code));
        var points = key.IsComponent ? ComponentPoints(component, result.Points) : result.Points[codes.IndexOf(key.Code)];
        return component.Block == Criteria.Block.Penalty ? Q.Zero - points : points;
    }

    private Result Score(ScoringInput input)
    {
        var method = set.Method;
        var (points, maxima) = (new List<Q>(), new List<Q>());
        foreach (var component in set.Components)
        {
            foreach (var criterion in component.Criteria)
            {
                var (share, counts) = ShareOf(criterion, component.Block, input);
                var earned = share * Q.Of(criterion.Maximum);
                points.Add(method.Stage == RoundingStage.Criterion ? Q.Of(Round(earned)) : earned);
                maxima.Add(counts ? Q.Of(criterion.Maximum) : Q.Zero);
            }
        }

        var (basis, applicable) = (Block(Criteria.Block.Base, points), Q.Zero);
        var all = set.Criteria.ToList();
        foreach (var component in set.Components.Where(component => component.Block == Criteria.Block.Base))
            foreach (var criterion in component.Criteria)
                applicable += maxima[all.IndexOf(criterion)];
        var converted = applicable.IsZero ? Q.Zero : basis * Q.Of(method.Scale) / applicable;
        var bonus = applicable.IsZero ? Q.Zero : Block(Criteria.Block.Bonus, points);
        if (method.BonusCap is { } bonusCap && bonus > Q.Of(bonusCap))
            bonus = Q.Of(bonusCap);
        var penalty = Block(Criteria.Block.Penalty, points);
        if (method.PenaltyCap is { } penaltyCap && penalty > Q.Of(penaltyCap))
            penalty = Q.Of(penaltyCap);
        var exact = converted + bonus - penalty;
        if (exact < Q.Zero)
            exact = Q.Zero;
        if (method.Cap == TotalCap.Total && exact > Q.Of(method.Scale))
            exact = Q.Of(method.Scale);
        var total = Round(exact);
        var whole = set.Components.Where(component => component.Block == Criteria.Block.Base).SelectMany(component => component.Criteria)
            .Aggregate(Q.Zero, (sum, criterion) => sum + Q.Of(criterion.Maximum));
        var ranked = input.Ranked && !applicable.IsZero && !(applicable < Q.Of(method.LeastApplicable) * whole);
        return new Result(points, applicable, converted, total, applicable.IsZero ? null : Tier(total, points, maxima), ranked);
    }

    private Q Block(Block block, List<Q> points) =>
        set.Components.Where(component => component.Block == block)
            .Aggregate(Q.Zero, (sum, component) => sum + ComponentPoints(component, points));

    private Q ComponentPoints(Component component, IReadOnlyList<Q> points)
    {
        var all = set.Criteria.ToList();
        var sum = component.Criteria.Aggregate(Q.Zero, (total, criterion) => total + points[all.IndexOf(criterion)]);
        return set.Method.Stage == RoundingStage.Component ? Q.Of(Round(sum)) : sum;
    }

    private string Tier(decimal total, List<Q> points, List<Q> maxima)
    {
        var method = set.Method;
        var measure = method.TiersOn == TiersOn.Points ? Q.Of(total) : Q.Of(total) * Q.Of(100) / Q.Of(method.Scale);
        var tier = 0;
        while (tier < method.Tiers.Count - 1
            && (method.TierBounds == TierBounds.LowerInclusive
                ? measure < Q.Of(method.Tiers[tier].From)
                : measure <= Q.Of(method.Tiers[tier].From)))
        {
            tier++;
        }

        var all = set.Criteria.ToList();
        for (var again = true; again;)
        {
            again = false;
            foreach (var gate in method.Gates)
            {
                var gated = method.Tiers.Select(tier => tier.Code).ToList().IndexOf(gate.Tier);
                var under = set.Components
                    .Where(component => gate.Components.Count > 0
                        ? gate.Components.Contains(component.Code)
                        : component.Block == Criteria.Block.Base)
                    .Any(component => ComponentPoints(component, points)
                        < Q.Of(gate.Least)
                            * component.Criteria.Aggregate(Q.Zero, (sum, criterion) => sum + maxima[all.IndexOf(criterion)]));
                if (gated >= tier && under)
                    (tier, again) = (gated + 1, true);
            }
        }

        return method.Tiers[tier].Code;
    }

    private (Q Share, bool Counts) ShareOf(Criterion criterion, Block block, ScoringInput input)
    {
        var decided = input.Decisions.GetValueOrDefault(criterion.Code);
        var kinds = set.Kinds.Where(kind => kind.Agencies.Contains(input.Agency) || input.Kinds.Contains(kind.Code));
        var excluded = kinds.Any(kind => kind.Criteria.Contains(criterion.Code)
            || set.Components.Any(component => kind.Components.Contains(component.Code) && component.Criteria.Contains(criterion)));
        if (excluded || decided?.Decision == VerdictDecision.NotApplicable)
            return ByPolicy(criterion.NotApplicable);
        if (decided?.Decision == VerdictDecision.Points)
            return (criterion.Maximum.IsZero ? Q.Zero : Q.Of(decided.Points) / Q.Of(criterion.Maximum), true);
        if (criterion.Rule is null)
            return (Q.Zero, false);
        return Share(criterion, block, criterion.Rule, input) is { } share ? (share, true) : ByPolicy(criterion.NothingDue);

        (Q, bool) ByPolicy(Policy policy) =>
            (policy == Policy.Full && block != Criteria.Block.Penalty ? Q.One : Q.Zero, policy != Policy.Exclude);
    }

    // Null: nothing was due.
    private Q? Share(Criterion criterion, Block block, Rule rule, ScoringInput input)
    {
        var policy = block == Criteria.Block.Penalty ? Policy.Zero : criterion.NothingDue;
        switch (rule)
        {
            case Linear linear:
                var (value, due) = Value(linear.Of, criterion, input);
                if (!due)
                    return null;
                if (value is null)
                    return Q.Zero;
                var to = linear.Target == Target.Number ? Q.Of(linear.To) : BestOfGroup(criterion, linear);
                var from = Q.Of(linear.From);
                if (to is null || (linear.Target == Target.Highest && to <= from) || (linear.Target == Target.Lowest && to >= from))
                    return Q.Zero;
                var share = (value - from) / (to - from);
                return share < Q.Zero ? Q.Zero : share > Q.One ? Q.One : share;
            case Steps steps:
                (value, due) = Value(steps.Of, criterion, input);
                if (!due)
                    return null;
                var reached = Q.Zero;
                foreach (var level in steps.Levels)
                    reached = value is not null && value >= Q.Of(level.At) ? Q.Of(level.Share) : reached;
                return reached;
            case Choice choice:
                return input.Figures.TryGetValue(choice.Of, out var chosen)
                    ? Q.Of(choice.Options.Single(choiceShare => choiceShare.Option == chosen.Option).Share)
                    : Q.Zero;
            case Sum sum:
                var shares = sum.Of.Select(part => Share(criterion, block, part.Rule, input)).ToList();
                if (shares.TrueForAll(share => share is null))
                    return null;
                var (earned, weights, counted) = (Q.Zero, Q.Zero, Q.Zero);
                for (var i = 0; i < shares.Count; i++)
                {
                    weights += Q.Of(sum.Of[i].Weight);
                    if (shares[i] is null && policy == Policy.Exclude)
                        continue;
                    counted += Q.Of(sum.Of[i].Weight);
                    earned += Q.Of(sum.Of[i].Weight) * (shares[i] ?? (policy == Policy.Full ? Q.One : Q.Zero));
                }

                earned = earned * weights / counted;
                return earned > Q.Of(sum.Cap) ? Q.Of(sum.Cap) : earned;
            case Best best:
                var all = best.Of.Select(part => Share(criterion, block, part, input)).ToList();
                if (all.TrueForAll(share => share is null))
                    return null;
                return all.Select(share => share ?? (policy == Policy.Full ? Q.One : Q.Zero)).Aggregate((a, b) => a > b ? a : b);
            default:
                throw new NotSupportedException();
        }
    }

    private Q? BestOfGroup(Criterion criterion, Linear linear)
    {
        Q? best = null;
        foreach (var input in group)
        {
            var kinds = set.Kinds.Where(kind => kind.Agencies.Contains(input.Agency) || input.Kinds.Contains(kind.Code));
            if (kinds.Any(kind => kind.Criteria.Contains(criterion.Code)
                || set.Components.Any(component => kind.Components.Contains(component.Code) && component.Criteria.Contains(criterion)))
                || input.Decisions.GetValueOrDefault(criterion.Code)?.Decision == VerdictDecision.NotApplicable)
            {
                continue;
            }

            var (value, due) = Value(linear.Of, criterion, input);
            if (due && value is not null && (best is null || (linear.Target == Target.Highest ? value > best : value < best)))
                best = value;
        }

        return best;
    }

    private (Q? Value, bool Due) Value(Quantity quantity, Criterion criterion, ScoringInput input)
    {
        if (quantity.Figures.Any(code => !input.Figures.ContainsKey(code)))
            return (null, true);
        var sum = Add(quantity.Sum);
        if (!quantity.IsRatio)
            return (sum, true);
        var over = Add(quantity.Over);
        if (over.IsZero && sum.IsZero)
            return (null, false);
        if (sum > over && IsPartOfWhole(quantity) && input.Decisions.GetValueOrDefault(criterion.Code)?.Decision != VerdictDecision.Accept)
            return (null, true);
        return (over > Q.Zero ? sum / over : null, true);

        Q Add(IReadOnlyList<Term> terms) => terms.Aggregate(
            Q.Zero,
            (total, term) =>
                term.Minus ? total - Q.Of(input.Figures[term.Figure].Number) : total + Q.Of(input.Figures[term.Figure].Number));
    }

    // Everything in one unit, over one figure that is no requirement of the office.
    private bool IsPartOfWhole(Quantity quantity)
    {
        var whole = set.Figures.Single(figure => figure.Code == quantity.Over[0].Figure);
        var parts = quantity.Sum.Select(term => set.Figures.Single(figure => figure.Code == term.Figure)).ToList();
        return quantity.Over.Count == 1 && !quantity.Over[0].Minus && whole.Unit is not null
            && parts.TrueForAll(part => part.Unit == whole.Unit)
            && (whole.Source != FigureSource.Office || parts.TrueForAll(part => part.Source == FigureSource.Office));
    }

    private decimal Round(Q number)
    {
        var scaled = number.Top * BigInteger.Pow(10, set.Method.Decimals);
        var units = BigInteger.Abs(scaled) / number.Bottom;
        if (set.Method.Mode == RoundingMode.HalfUp && ((BigInteger.Abs(scaled) % number.Bottom) * 2) >= number.Bottom)
            units += 1;
        return (decimal)(units * scaled.Sign) / (decimal)Math.Pow(10, set.Method.Decimals);
    }
}

/// <summary>A quotient of two BigIntegers, the lower one positive, reduced by nothing but the greatest common divisor.</summary>
internal sealed record Q : IComparable<Q>
{
    private Q(BigInteger top, BigInteger bottom)
    {
        var divisor = BigInteger.GreatestCommonDivisor(top, bottom) * bottom.Sign;
        (Top, Bottom) = (top / divisor, bottom / divisor);
    }

    public static Q Zero { get; } = new(0, 1);

    public static Q One { get; } = new(1, 1);

    public BigInteger Top { get; }

    public BigInteger Bottom { get; }

    public bool IsZero => Top.IsZero;

    public static Q Of(Fraction fraction) => new(fraction.Numerator, fraction.Denominator);

    public static Q Of(decimal number)
    {
        var text = number.ToString("F15", System.Globalization.CultureInfo.InvariantCulture);
        return new(BigInteger.Parse(text.Replace(".", "", StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture),
            BigInteger.Pow(10, 15));
    }

    public static Q operator +(Q a, Q b) => new((a.Top * b.Bottom) + (b.Top * a.Bottom), a.Bottom * b.Bottom);

    public static Q operator -(Q a, Q b) => new((a.Top * b.Bottom) - (b.Top * a.Bottom), a.Bottom * b.Bottom);

    public static Q operator *(Q a, Q b) => new(a.Top * b.Top, a.Bottom * b.Bottom);

    public static Q operator /(Q a, Q b) => new(a.Top * b.Bottom, a.Bottom * b.Top);

    public static bool operator <(Q a, Q b) => a.CompareTo(b) < 0;

    public static bool operator >(Q a, Q b) => a.CompareTo(b) > 0;

    public static bool operator <=(Q a, Q b) => a.CompareTo(b) <= 0;

    public static bool operator >=(Q a, Q b) => a.CompareTo(b) >= 0;

    public int CompareTo(Q? other) => other is null ? 1 : (Top * other.Bottom).CompareTo(other.Top * Bottom);
}
