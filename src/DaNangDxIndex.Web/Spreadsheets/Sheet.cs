namespace DaNangDxIndex.Spreadsheets;

/// <summary>One sheet of a workbook: a row of headings that stays in sight, a filter over it, and rows of typed cells.</summary>
/// <param name="Name">On its tab, at most 31 characters.</param>
public sealed record Sheet(string Name, IReadOnlyList<Column> Columns, IReadOnlyList<IReadOnlyList<Cell>> Rows)
{
    /// <summary>False for a sheet that is read and not sorted.</summary>
    public bool Filtered { get; init; } = true;

    /// <summary>Takes nothing but in cells of <see cref="Cell.Input"/>. Without a password: it keeps from slips, not from people.</summary>
    public bool Locked { get; init; }

    /// <summary>Without a tab, for what the program reads again when the file comes back.</summary>
    public bool Hidden { get; init; }
}

/// <param name="Width">In characters.</param>
public sealed record Column(string Heading, double Width);

/// <summary>A cell: a number that can be added up, a text that is never computed, or nothing.</summary>
public abstract record Cell
{
    public static Cell Empty { get; } = new Nothing();

    public static Cell Of(string? text) => string.IsNullOrEmpty(text) ? Empty : new Text(text);

    public static Cell Of(int? number) => number is { } known ? new Number(known, 0) : Empty;

    /// <summary>A number as published, with the decimals it was published with: "98.06".</summary>
    public static Cell OfInvariant(string? number) => number is null
        ? Empty
        : new Number(
            decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture),
            number.Contains('.', StringComparison.Ordinal) ? number.Length - number.IndexOf('.', StringComparison.Ordinal) - 1 : 0);

    public sealed record Text(string Value) : Cell;

    /// <param name="Decimals">Shown, however many the number has.</param>
    public sealed record Number(decimal Value, int Decimals) : Cell;

    public sealed record Nothing : Cell;

    /// <summary>A cell to be filled in, and what stands in it already.</summary>
    /// <param name="Allowed">What may be typed; null for anything.</param>
    public sealed record Input(Cell Value, Allowed? Allowed) : Cell;
}
