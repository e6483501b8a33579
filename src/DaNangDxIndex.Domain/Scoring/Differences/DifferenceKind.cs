namespace DaNangDxIndex.Scoring.Differences;

public enum DifferenceKind
{
    Same,
    Added,
    Removed,
    Changed,
}

/// <summary>A side of a criterion or figure that can change.</summary>
public enum Aspect
{
    Code,
    Name,
    Component,
    Weight,
    Rule,
    Figures,
    NotApplicable,
    NothingDue,
    Pillar,
    Evidence,
    VerifyingUnit,
    LegalBasis,
    Guidance,
    Kind,
    Unit,
    Source,
    Bounds,
    Options,
}

/// <summary>What stood there and what stands there now, in words; null where there was or is nothing.</summary>
public sealed record AspectChange(Aspect Aspect, Bilingual? Before, Bilingual? After)
{
    internal static IReadOnlyList<AspectChange> Between<T>(
        T before, T after, IReadOnlyList<(Aspect Aspect, Func<T, Bilingual?> Of)> aspects) =>
        [.. aspects.Select(aspect => new AspectChange(aspect.Aspect, aspect.Of(before), aspect.Of(after)))
            .Where(change => change.Before != change.After)];

    internal static Bilingual? Same(string? text) => text is null ? null : new(text, text);
}
