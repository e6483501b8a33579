using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Scoring;

/// <summary>
/// Evaluates the rule of one criterion on the figures of one agency, exactly, and notes what it met on the way: blanks, contradictions,
/// a group that is not known yet. Each of these earns nothing.
/// </summary>
internal sealed class RuleEvaluation(
    Criterion criterion, Policy partPolicy, ScoringInput input, GroupBest? best, Func<string, Figure> figureOf)
{
    /// <summary>What was read so far: blanks and contradictions.</summary>
    public ReadFigures Figures { get; } = new(input.Figures, figureOf, input.Accepts(criterion.Code));

    public bool AwaitsGroup { get; private set; }

    /// <summary>The share, from 0 to 1; null where nothing was due in all of the rule.</summary>
    public Fraction? ShareOf(Rule rule) => rule switch
    {
        Linear linear => OfLinear(linear),
        Steps steps => OfSteps(steps),
        Choice choice => OfChoice(choice),
        Sum sum => OfSum(sum),
        Best best => OfBest(best),
        _ => throw new NotSupportedException($"{rule.GetType().Name} is no primitive."),
    };

    private Fraction? OfLinear(Linear linear)
    {
        var measured = Figures.Measure(linear.Of);
        if (measured.State != MeasuredState.Value)
            return measured.State == MeasuredState.NothingDue ? null : Fraction.Zero;
        return TargetOf(linear) is { } to ? Between(measured.Value, linear.From, to) : Fraction.Zero;
    }

    // Null where the group's best is unknown, or does not lie beyond "from": then nobody can be measured against it.
    private Fraction? TargetOf(Linear linear)
    {
        if (linear.Target == Target.Number)
            return linear.To;
        AwaitsGroup |= best is null;
        if (best is null || !best.Values.TryGetValue(new BestKey(criterion.Code, linear.Of, linear.Target), out var to))
            return null;
        var beyond = linear.Target == Target.Highest ? to > linear.From : to < linear.From;
        return beyond ? to : null;
    }

    private static Fraction Between(Fraction value, Fraction from, Fraction to)
    {
        var rising = to > from;
        if (rising ? value >= to : value <= to)
            return Fraction.One;
        if (rising ? value <= from : value >= from)
            return Fraction.Zero;
        return from.IsZero ? value / to : (value - from) / (to - from);
    }

    private Fraction? OfSteps(Steps steps)
    {
        var measured = Figures.Measure(steps.Of);
        if (measured.State != MeasuredState.Value)
            return measured.State == MeasuredState.NothingDue ? null : Fraction.Zero;
        for (var level = steps.Levels.Count - 1; level >= 0; level--)
        {
            if (measured.Value >= steps.Levels[level].At)
                return steps.Levels[level].Share;
        }

        return Fraction.Zero;
    }

    private Fraction? OfChoice(Choice choice)
    {
        if (!Figures.TryRead(choice.Of, out var value))
            return Fraction.Zero;
        foreach (var (option, share) in choice.Options)
        {
            if (option == value.Option)
                return share;
        }

        throw ReadFigures.WrongKind(choice.Of);
    }

    private Fraction? OfSum(Sum sum)
    {
        var (earned, all, due) = (Fraction.Zero, Fraction.Zero, Fraction.Zero);
        var anyDue = false;
        foreach (var part in sum.Of)
        {
            all += part.Weight;
            var share = ShareOf(part.Rule);
            anyDue |= share is not null;
            if (share is null && partPolicy == Policy.Exclude)
                continue;
            due += part.Weight;
            earned += part.Weight * (share ?? Granted);
        }

        if (!anyDue)
            return null;
        if (due.IsZero)
            return Fraction.Zero;
        return Fraction.Min(sum.Cap, due == all ? earned : earned * all / due);
    }

    private Fraction? OfBest(Best alternatives)
    {
        Fraction? greatest = null;
        var anyDue = false;
        foreach (var rule in alternatives.Of)
        {
            var share = ShareOf(rule);
            anyDue |= share is not null;
            if (share is null && partPolicy == Policy.Exclude)
                continue;
            greatest = Fraction.Max(greatest ?? Fraction.Zero, share ?? Granted);
        }

        return anyDue ? greatest : null;
    }

    private Fraction Granted => partPolicy == Policy.Full ? Fraction.One : Fraction.Zero;
}
