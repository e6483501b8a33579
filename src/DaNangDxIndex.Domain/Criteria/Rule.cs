namespace DaNangDxIndex.Criteria;

/// <summary>
/// A pure function from figures to a share between 0 and 1 of the criterion's maximum. Five primitives compose every wording.
/// </summary>
public abstract record Rule
{
    private protected Rule()
    {
    }

    /// <summary>Codes of the figures read, in the order of reading, repeats included.</summary>
    public abstract IEnumerable<string> Figures { get; }

    /// <summary>This rule and every rule inside it.</summary>
    public virtual IEnumerable<Rule> Parts => [this];
}

/// <summary>What a <see cref="Linear"/> rule runs to.</summary>
public enum Target
{
    /// <summary>A number written in the file.</summary>
    Number,

    /// <summary>The highest value in the group, known after a first pass over it.</summary>
    Highest,

    /// <summary>The lowest value in the group.</summary>
    Lowest,
}

/// <summary>
/// 0 at <paramref name="From"/>, 1 at <paramref name="To"/>, straight between, clipped outside. From may lie above to: then less is better.
/// With a target in the group, <paramref name="To"/> is not read; a best value that does not lie beyond from gives 0.
/// </summary>
public sealed record Linear(Quantity Of, Fraction From, Fraction To, Target Target = Target.Number) : Rule
{
    public override IEnumerable<string> Figures => Of.Figures;
}

/// <summary>
/// The share of the highest level reached (value ≥ at); below the lowest level the share is 0. Levels stand in ascending order.
/// </summary>
public sealed record Steps(Quantity Of, IReadOnlyList<Level> Levels) : Rule
{
    public override IEnumerable<string> Figures => Of.Figures;
}

/// <summary>From this value on (inclusive) the share holds, until the next level.</summary>
public sealed record Level(Fraction At, Fraction Share);

/// <summary>The share of the option that was chosen.</summary>
public sealed record Choice(string Of, IReadOnlyList<ChoiceShare> Options) : Rule
{
    public override IEnumerable<string> Figures => [Of];
}

public sealed record ChoiceShare(string Option, Fraction Share);

/// <summary>
/// The shares of the parts, each times its weight, added, at most <paramref name="Cap"/>. A part under which nothing was due follows
/// the criterion's policy: it earns 0 or 1, or is left out and the other weights grow in proportion.
/// </summary>
public sealed record Sum(IReadOnlyList<Part> Of, Fraction Cap) : Rule
{
    public override IEnumerable<string> Figures => Of.SelectMany(part => part.Rule.Figures);

    public override IEnumerable<Rule> Parts => Of.SelectMany(part => part.Rule.Parts).Prepend(this);
}

public sealed record Part(Fraction Weight, Rule Rule);

/// <summary>The largest share among the parts.</summary>
public sealed record Best(IReadOnlyList<Rule> Of) : Rule
{
    public override IEnumerable<string> Figures => Of.SelectMany(rule => rule.Figures);

    public override IEnumerable<Rule> Parts => Of.SelectMany(rule => rule.Parts).Prepend(this);
}
