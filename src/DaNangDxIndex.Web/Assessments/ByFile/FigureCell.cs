using System.Globalization;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Spreadsheets.Reading;
using DaNangDxIndex.Text;

namespace DaNangDxIndex.Assessments.ByFile;

/// <summary>A figure as a cell holds it: a number, a percentage, a text that somebody typed, or a choice in words.</summary>
internal static class FigureCell
{
    private static readonly Bilingual Yes = new("Có", "Yes");

    private static readonly Bilingual No = new("Không", "No");

    private static readonly Bilingual DayInPlaceOfNumber = new(
        "Ô này là ngày tháng, không phải số: phần mềm bảng tính đã tự đổi. Đặt lại định dạng ô là số rồi gõ lại.",
        "The cell holds a day, not a number: the spreadsheet program has changed it. Format the cell as a number and type it anew.");

    private static readonly Bilingual PercentInPlaceOfNumber = new(
        "Không viết dấu % ở đây: số này không phải phần trăm.", "Leave out the % sign: this number is not a percentage.");

    /// <summary>What the cell may hold, in words; empty where it is a number.</summary>
    public static IReadOnlyList<string> Choices(Figure figure, string language) => figure.Kind switch
    {
        FigureKind.YesNo => [Yes.In(language), No.In(language)],
        FigureKind.Choice => [.. figure.Options.Select(option => option.Name.In(language))],
        FigureKind.Count or FigureKind.Number or FigureKind.Percent => [],
    };

    /// <summary>The stored value in the words of the list, or as a number.</summary>
    public static string? Shown(Figure figure, string? stored, string language) => FigureValue.Read(figure, stored).Value is not { } value
        ? null
        : figure.Kind == FigureKind.YesNo ? (value.Number == 0 ? No : Yes).In(language)
        : value.Option is { } option ? figure.Options.First(figureOption => figureOption.Code == option).Name.In(language)
        : value.Write(figure);

    /// <param name="language">Of the template: how numbers that stand there as text are written.</param>
    public static FigureReading Read(Figure figure, TypedCell cell, string language)
    {
        if (cell.Unreadable is not null || cell.IsBlank)
            return new(null, cell.Unreadable);
        if (figure.Kind is FigureKind.YesNo or FigureKind.Choice)
            return FigureValue.Read(figure, CodeOf(figure, cell.Line)) is { Refusal: null } chosen ? chosen : new(null, NotInList(figure));
        if (cell.Day is not null)
            return new(null, DayInPlaceOfNumber);
        if (cell.Number is not { } number)
            return TypedFigure.Read(figure, cell.Line, language);
        if (!cell.Text.EndsWith('%'))
            return FigureValue.Read(figure, Invariant(number));
        return figure.Kind == FigureKind.Percent ? FigureValue.Read(figure, Invariant(number * 100)) : new(null, PercentInPlaceOfNumber);
    }

    /// <summary>A cell that was copied out of a spreadsheet, as the text that the clipboard holds.</summary>
    /// <param name="language">That numbers are typed in; null for invariant text.</param>
    public static FigureReading Read(Figure figure, string? text, string? language) => TypedFigure.Read(
        figure, figure.Kind is FigureKind.YesNo or FigureKind.Choice ? CodeOf(figure, text?.Trim() ?? "") : text, language);

    /// <summary>In the words of the list, not by codes.</summary>
    private static Bilingual NotInList(Figure figure) => new(
        $"Chọn trong danh sách: {string.Join("; ", Choices(figure, "vi"))}.",
        $"Choose from the list: {string.Join("; ", Choices(figure, "en"))}.");

    private static string CodeOf(Figure figure, string text)
    {
        var key = FoldedText.Of(text);
        if (figure.Kind == FigureKind.YesNo)
            return Is(Yes) || key == "true" ? "yes" : Is(No) || key == "false" ? "no" : text;
        return figure.Options.FirstOrDefault(option => option.Code == text || Is(option.Name))?.Code ?? text;

        bool Is(Bilingual word) => key == FoldedText.Of(word.Vi) || key == FoldedText.Of(word.En);
    }

    private static string Invariant(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);
}
