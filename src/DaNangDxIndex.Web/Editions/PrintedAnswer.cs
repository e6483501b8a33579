using System.Globalization;
using DaNangDxIndex.Publishing;

namespace DaNangDxIndex.Editions;

/// <summary>What others printed of one year, as programs read it: figures, targets, contradictions between sources, notes.</summary>
public sealed record PrintedAnswer(int Edition, IReadOnlyList<PrintedAnswer.Item> Items)
{
    public static PrintedAnswer Of(int year, IEnumerable<PrintedAbout> found) => new(year, [.. found.Select(printed => new Item(
        printed.Figure.Kind,
        printed.Figure.Group,
        printed.Figure.Agency,
        printed.Figure.Figure,
        Both(printed.Figure.Subject) ?? new("", ""),
        printed.Figure.Numerator,
        printed.Figure.Denominator,
        printed.Figure.Percent?.ToString(CultureInfo.InvariantCulture),
        Both(printed.Figure.Value),
        Both(printed.Figure.Note),
        new(printed.Source.Code, printed.Source.Name.Vi, printed.Source.Name.En, printed.Source.Address)))]);

    private static Text? Both(Bilingual? text) => text is null ? null : new(text.Vi, text.En);

    /// <param name="Kind">figure, target, contradiction or note.</param>
    /// <param name="Group">Code of the group it is said of; with an agency, of the agencies under that one.</param>
    /// <param name="Figure">Code of the figure in the criteria that it is about; null where there is none.</param>
    /// <param name="Subject">What it is about; of a contradiction or a note, all that is said.</param>
    /// <param name="Percent">As printed, a decimal string; not always what the division gives.</param>
    /// <param name="Value">As people read it; null for a contradiction or a note.</param>
    public sealed record Item(
        PrintedKind Kind, string? Group, string? Agency, string? Figure, Text Subject,
        int? Numerator, int? Denominator, string? Percent, Text? Value, Text? Note,
        Origin Source);

    /// <param name="Address">Where it can be read; null where only the paper is known.</param>
    public sealed record Origin(string Code, string Name, string NameEn, string? Address);

    public sealed record Text(string Vi, string En);
}
