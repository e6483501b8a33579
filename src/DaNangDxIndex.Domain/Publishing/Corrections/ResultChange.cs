using DaNangDxIndex.Assessments;

namespace DaNangDxIndex.Publishing.Corrections;

/// <summary>One thing that a correction changes in what an agency brought: a figure in force, or a decision on a criterion.</summary>
/// <param name="Agency">Code of the agency.</param>
public abstract record ResultChange(string Agency)
{
    /// <summary>The change that takes this one back.</summary>
    public abstract ResultChange Reversed { get; }

    /// <summary>The entrant with what stands after the change, whatever stood before.</summary>
    public abstract Entrant Over(Entrant entrant);

    protected static IReadOnlyDictionary<string, T> With<T>(IReadOnlyDictionary<string, T> all, string key, T? value)
        where T : class
    {
        var changed = all.Where(pair => !string.Equals(pair.Key, key, StringComparison.Ordinal))
            .ToDictionary(StringComparer.Ordinal);
        if (value is not null)
            changed[key] = value;
        return changed;
    }
}

/// <summary>A figure in force becomes another one.</summary>
public sealed record FigureChange(string Agency, string Figure, FigureInForce Before, FigureInForce After) : ResultChange(Agency)
{
    public override ResultChange Reversed => this with { Before = After, After = Before };

    public override Entrant Over(Entrant entrant)
    {
        var corrections = entrant.Corrections.Where(correction => !string.Equals(correction.Key, Figure, StringComparison.Ordinal))
            .ToDictionary(StringComparer.Ordinal);
        if (After.Reason is { } reason)
            corrections[Figure] = reason;
        return entrant with { Figures = With(entrant.Figures, Figure, After.Value), Corrections = corrections };
    }
}

/// <param name="Value">Invariant text; null is blank.</param>
/// <param name="Reason">Why it is not the declared one; null where it is.</param>
public sealed record FigureInForce(string? Value, ReasonCode? Reason)
{
    public static FigureInForce Of(Entrant entrant, string figure) => new(
        entrant.Figures.GetValueOrDefault(figure),
        entrant.Corrections.TryGetValue(figure, out var reason) ? reason : null);
}

/// <summary>A decision on a criterion becomes another one.</summary>
/// <param name="Before">Null is plain acceptance: the points that the rule gives.</param>
public sealed record DecisionChange(string Agency, string Criterion, PublishedDecision? Before, PublishedDecision? After)
    : ResultChange(Agency)
{
    public override ResultChange Reversed => this with { Before = After, After = Before };

    public override Entrant Over(Entrant entrant) =>
        entrant with { Decisions = With(entrant.Decisions, Criterion, After) };
}
