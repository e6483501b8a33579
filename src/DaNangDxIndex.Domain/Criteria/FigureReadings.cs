namespace DaNangDxIndex.Criteria;

/// <summary>
/// Stored texts as the values that count: on the sheet, on the bench, in the computation. A figure that the set does not know counts as
/// absent; a text
/// that it refuses (the bounds were tightened since) counts as blank, blocks publishing, and is told with its reason.
/// </summary>
public sealed record FigureReadings(IReadOnlyDictionary<string, FigureValue> Values, IReadOnlyDictionary<string, Bilingual> Refused)
{
    /// <param name="figures">The figures to read.</param>
    /// <param name="textOf">What is stored for a figure; null is blank.</param>
    public static FigureReadings Of(IEnumerable<Figure> figures, Func<Figure, string?> textOf)
    {
        var (values, refused) = (new Dictionary<string, FigureValue>(StringComparer.Ordinal), new Dictionary<string, Bilingual>(
            StringComparer.Ordinal));
        foreach (var figure in figures)
        {
            var reading = FigureValue.Read(figure, textOf(figure));
            if (reading.Value is { } value)
                values[figure.Code] = value;
            if (reading.Refusal is { } refusal)
                refused[figure.Code] = refusal;
        }

        return new(values, refused);
    }
}
