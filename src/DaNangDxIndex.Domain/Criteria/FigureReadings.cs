namespace DaNangDxIndex.Criteria;

/// <summary>
/// Stored texts as the values that count: on the sheet, on the bench, in the computation. A figure that the set does not know counts as
/// absent; a text
/// that it refuses (the bounds were tightened since) counts as blank, blocks publishing, and is told with its reason.
/// </summary>
public sealed record FigureReadings(IReadOnlyDictionary<string, FigureValue> Values, IReadOnlyDictionary<string, Bilingual> Refused)
{
    private static readonly Dictionary<string, Bilingual> NoneRefused = [];

    /// <param name="figures">The figures to read.</param>
    /// <param name="textOf">What is stored for a figure; null is blank.</param>
    /// <param name="expected">How many are not blank, about.</param>
    public static FigureReadings Of(IEnumerable<Figure> figures, Func<Figure, string?> textOf, int expected = 0)
    {
        var values = new Dictionary<string, FigureValue>(expected, StringComparer.Ordinal);
        Dictionary<string, Bilingual>? refused = null;
        foreach (var figure in figures)
        {
            var reading = FigureValue.Read(figure, textOf(figure));
            if (reading.Value is { } value)
                values[figure.Code] = value;
            if (reading.Refusal is { } refusal)
                (refused ??= new(StringComparer.Ordinal))[figure.Code] = refusal;
        }

        return new(values, refused ?? NoneRefused);
    }
}
