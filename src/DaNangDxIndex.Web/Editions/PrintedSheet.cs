using System.Globalization;
using System.Text.Json;
using System.Text;
using DaNangDxIndex.Csv;
using DaNangDxIndex.Publishing;
using DaNangDxIndex.Spreadsheets;
using DaNangDxIndex.Tenancy;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Editions;

/// <summary>What others printed of a year as CSV: with codes for programs, with words for people.</summary>
public sealed class PrintedSheet(IStringLocalizer<EditionTexts> texts)
{
    /// <summary>For programs: RFC 4180, an unknown value is an empty field.</summary>
    public static string Csv(int year, IEnumerable<PrintedAbout> found)
    {
        var text = new StringBuilder();
        CsvText.Append(
            text, "edition", "kind", "group", "agency", "figure", "subject",
            "subject_en", "numerator", "denominator", "percent", "value", "value_en",
            "note", "note_en", "source", "source_name", "source_address");
        foreach (var (figure, source, _) in found)
        {
            CsvText.Append(
                text, Number(year), JsonNamingPolicy.CamelCase.ConvertName(figure.Kind.ToString()),
                figure.Group, figure.Agency, figure.Figure,
                CsvText.Plain(figure.Subject.Vi), CsvText.Plain(figure.Subject.En), Number(figure.Numerator), Number(figure.Denominator),
                figure.Percent?.ToString(CultureInfo.InvariantCulture),
                Plain(figure.Value?.Vi), Plain(figure.Value?.En), Plain(figure.Note?.Vi),
                Plain(figure.Note?.En), source.Code, CsvText.Plain(source.Name.Vi), source.Address);
        }

        return text.Replace("\n", "\r\n").ToString();
    }

    /// <summary>For people, in the reader's language.</summary>
    public Sheet Of(IEnumerable<PrintedAbout> found, Func<PrintedAbout, string> scopeOf) => new(
        texts["Printed.Sheet"],
        [
            new(texts["Printed.Kind"], 20), new(texts["Printed.About"], 40),
            new(texts["Printed.Subject"], 60), new(texts["Printed.Value"], 24),
            new(texts["Printed.Remark"], 60), new(texts["Printed.Source"], 40), new(texts["Printed.Address"], 50),
        ],
        [.. found.Select(about => (IReadOnlyList<Cell>)
        [
            Cell.Of(texts[$"Printed.Kind.{about.Figure.Kind}"]), Cell.Of(scopeOf(about)),
            Cell.Of(about.Figure.Subject.In(Addresses.Language)),
            Cell.Of(about.Figure.Value?.In(Addresses.Language)), Cell.Of(about.Figure.Note?.In(Addresses.Language)),
            Cell.Of(about.Source.Name.In(Addresses.Language)), Cell.Of(about.Source.Address),
        ])]);

    private static string Plain(string? text) => text is null ? "" : CsvText.Plain(text);

    private static string Number(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
