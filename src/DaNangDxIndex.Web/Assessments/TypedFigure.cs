using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Assessments;

/// <summary>What a person typed, or a program sent, for one figure.</summary>
internal static class TypedFigure
{
    private static readonly Bilingual Ambiguous = new("Không đọc được số này.", "This number cannot be read.");

    /// <param name="language">"vi" or "en" for typed text; null for the invariant text of files and API.</param>
    public static FigureReading Read(Figure figure, string? text, string? language)
    {
        var trimmed = text?.Trim();
        if (string.IsNullOrEmpty(trimmed))
            return new(null, null);
        if (language is null || figure.Kind is FigureKind.YesNo or FigureKind.Choice)
            return FigureValue.Read(figure, trimmed);
        var typed = TypedNumber.Read(trimmed, figure.Kind, language);
        if (typed.Value is not { } number)
            return new(null, typed.Refusal ?? Ambiguous);
        return FigureBounds.Refusal(figure, number) is { } refusal ? new(null, refusal) : new(FigureValue.Of(number), null);
    }
}
