namespace DaNangDxIndex.Criteria;

public enum FigureKind
{
    /// <summary>A whole number, not below zero.</summary>
    Count,

    /// <summary>Any decimal number.</summary>
    Number,

    /// <summary>A number of percent as it is said and printed: 98.06 means 98.06%, and rules compare it with 95, not with 0.95.</summary>
    Percent,

    /// <summary>Yes counts 1 in rules, no counts 0.</summary>
    YesNo,

    /// <summary>One of the figure's options.</summary>
    Choice,
}

/// <summary>Who provides a figure. Figures of the last three are loaded by the office and can only be objected to.</summary>
public enum FigureSource
{
    Agency,
    System,
    Survey,
    Office,
}

public sealed record FigureOption(string Code, Bilingual Name);

/// <summary>A base fact that is entered once per agency and edition, however many criteria read it.</summary>
public sealed record Figure
{
    public required string Code { get; init; }

    public required Bilingual Name { get; init; }

    public required FigureKind Kind { get; init; }

    /// <summary>The unit written behind the number ("hồ sơ"); null where the kind says it all.</summary>
    public Bilingual? Unit { get; init; }

    public FigureSource Source { get; init; } = FigureSource.Agency;

    /// <summary>Code of the one agency that accepts or corrects the declared value; null where nobody has to.</summary>
    public string? VerifyingUnit { get; init; }

    public IReadOnlyList<FigureOption> Options { get; init; } = [];

    public Bilingual? Guidance { get; init; }

    /// <summary>The least value that is taken, inclusive. Counts and percentages are never below zero.</summary>
    public decimal? Least { get; init; }

    /// <summary>The greatest value that is taken, inclusive. Percentages are at most 100 unless the file says more.</summary>
    public decimal? Most { get; init; }

    /// <summary>Counts the same as another edition's figure of this code: of another kind or in another unit it is another fact.</summary>
    public bool IsSameFactAs(Figure other) => Code == other.Code && Kind == other.Kind && Unit == other.Unit;
}
