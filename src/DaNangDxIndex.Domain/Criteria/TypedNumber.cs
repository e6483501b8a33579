namespace DaNangDxIndex.Criteria;

/// <summary>Exactly one of a value and a refusal.</summary>
public sealed record TypedReading(decimal? Value, Bilingual? Refusal);

/// <summary>Numbers as officials type them: in vi a comma for decimals and dots only in exact groups of three; in en mirrored.</summary>
public static partial class TypedNumber
{
    /// <summary>
    /// Reads a typed number, or says how to write it. Spaces around are trimmed; "%" is taken in percent figures only; digits are 0 to 9.
    /// A text that the other language would read otherwise ("98.06" in vi) is refused with its right spelling, never guessed.
    /// </summary>
    public static TypedReading Read(string text, FigureKind kind, string culture) => throw new NotSupportedException();

    /// <summary>Writes a number so that <see cref="Read"/> gives it back: no groups, the language's decimal sign.</summary>
    public static string Write(decimal value, string culture) => throw new NotSupportedException();
}
