namespace DaNangDxIndex.Criteria.Notation;

/// <summary>
/// Exact numbers as a person types them: "0,95" in Vietnamese and "0.95" in English, "95%", "1/3". The file writes them invariant, and so
/// they come out.
/// </summary>
public static class NotationNumber
{
    /// <summary>The invariant text ("0.95", "95%", "1/3"), or how to write the number.</summary>
    public static (string? Invariant, Bilingual? Refusal) Read(string text, string culture)
    {
        var number = text.Trim();
        var percent = number.EndsWith('%') ? "%" : "";
        var parts = number.TrimEnd('%').Split('/', StringSplitOptions.TrimEntries);
        if (parts.Length > 2)
            return (null, Refused(number));
        var read = parts.Select(part => TypedNumber.Read(part, FigureKind.Number, culture)).ToList();
        if (read.Find(reading => reading.Refusal is not null) is { } refused)
            return (null, refused.Refusal);
        var written = string.Join('/', read.Select(reading => ((Fraction)reading.Value.GetValueOrDefault()).ToString())) + percent;
        return Fraction.TryParse(written.TrimEnd('%'), out _) ? (written, null) : (null, Refused(number));
    }

    /// <summary>The number as <see cref="Read"/> takes it.</summary>
    public static string Write(Fraction number, string culture) => Localized(number.ToString(), culture);

    /// <summary>A number of the file ("0.95", "95%", "1/3") in the reader's decimal sign.</summary>
    public static string Localized(string invariant, string culture) =>
        culture.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? invariant : invariant.Replace('.', ',');

    private static Bilingual Refused(string text) => new(
        $"“{text}” không phải số: nhập như 0,95 hoặc 95% hoặc 1/3.", $"“{text}” is not a number: enter it like 0.95, 95% or 1/3.");
}
