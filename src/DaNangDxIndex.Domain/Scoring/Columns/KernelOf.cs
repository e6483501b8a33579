using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Scoring;

/// <summary>Turns a criterion's rule into kernels over the columns of one group.</summary>
internal sealed class KernelOf(Criterion criterion, Policy partPolicy, GroupFigures figures, GroupBest best)
{
    public ShareKernel Rule(Rule rule) => rule switch
    {
        Linear linear => OfLinear(linear),
        Steps steps => new StepsKernel(steps, figures),
        Choice choice => new ChoiceKernel(choice, figures),
        Sum sum => new SumKernel([.. sum.Of.Select(part => (Near.Of(part.Weight), Rule(part.Rule)))], Near.Of(sum.Cap), partPolicy),
        Best alternatives => new BestKernel([.. alternatives.Of.Select(Rule)], partPolicy),
        _ => throw new NotSupportedException($"{rule.GetType().Name} is no primitive."),
    };

    private ShareKernel OfLinear(Linear linear)
    {
        if (linear.Target == Target.Number)
            return new LinearKernel(linear, linear.To, figures);
        var known = best.Values.TryGetValue(new BestKey(criterion.Code, linear.Of, linear.Target), out var to)
            && (linear.Target == Target.Highest ? to > linear.From : to < linear.From);
        // Nobody can be measured: all earn 0, which steps with the single share 0 give, blanks and 0/0 included.
        return known
            ? new LinearKernel(linear, to, figures)
            : new StepsKernel(new Steps(linear.Of, [new Level(linear.From, Fraction.Zero)]), figures);
    }
}
