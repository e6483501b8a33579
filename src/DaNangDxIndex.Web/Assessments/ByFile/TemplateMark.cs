using System.Globalization;
using DaNangDxIndex.Spreadsheets;
using DaNangDxIndex.Spreadsheets.Reading;

namespace DaNangDxIndex.Assessments.ByFile;

/// <summary>
/// What a template says of itself, on a sheet without a tab: whose it is, in which language, and what stood in the form when it was made.
/// </summary>
internal sealed record TemplateMark(string Tenant, int Year, string Agency, string Language, IReadOnlyDictionary<string, string?> Values)
{
    /// <summary>Of the sheet; the lists that cells choose from stand on it too.</summary>
    public const string Tab = "dx-form";

    private const string Form = "1";
    private const string FigureKey = "figure:";
    private const string SaidKey = "said:";
    private const string AnswerKey = "answer:";
    private const int MostFigures = 2_000;

    /// <summary>By figure the explanations that stood in the form.</summary>
    public IReadOnlyDictionary<string, string> Said { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>By criterion what the agency had said to what was given back.</summary>
    public IReadOnlyDictionary<string, string> Answers { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public Sheet Write(IReadOnlyList<ChoiceList> lists)
    {
        List<(string Key, string? Text)> marks =
        [
            ("form", Form), ("tenant", Tenant), ("edition", Year.ToString(CultureInfo.InvariantCulture)), ("agency", Agency),
            ("language", Language), .. Values.Select(value => (FigureKey + value.Key, value.Value)),
            .. Said.Select(said => (SaidKey + said.Key, (string?)said.Value)),
            .. Answers.Select(answer => (AnswerKey + answer.Key, (string?)answer.Value)),
        ];
        var rows = Enumerable.Range(0, Math.Max(marks.Count, lists.Select(list => list.Choices.Count).DefaultIfEmpty().Max()))
            .Select(row => (IReadOnlyList<Cell>)
            [
                Cell.Of(marks.ElementAtOrDefault(row).Key), Cell.Of(marks.ElementAtOrDefault(row).Text),
                .. lists.Select(list => Cell.Of(list.Choices.ElementAtOrDefault(row))),
            ]);
        return new(Tab, [new("key", 20), new("value", 20), .. lists.Select(list => new Column(list.Figure, 20))], [.. rows])
        {
            Filtered = false, Hidden = true, Locked = true,
        };
    }

    /// <summary>Null where the file is not one of our templates.</summary>
    public static TemplateMark? Read(TypedWorkbook file)
    {
        var marks = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in file.Find(Tab)?.Rows.Take(MostFigures) ?? [])
        {
            if (row.Cells.GetValueOrDefault(1)?.Text is { Length: > 0 } key)
                marks.TryAdd(key, row.Cells.GetValueOrDefault(2)?.Text ?? "");
        }
        return marks.GetValueOrDefault("form") != Form
            || !int.TryParse(marks.GetValueOrDefault("edition"), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            ? null
            : new(
                marks.GetValueOrDefault("tenant", ""), year, marks.GetValueOrDefault("agency", ""),
                marks.GetValueOrDefault("language") == "en" ? "en" : "vi",
                marks.Where(mark => mark.Key.StartsWith(FigureKey, StringComparison.Ordinal)).ToDictionary(
                    mark => mark.Key[FigureKey.Length..], mark => mark.Value.Length == 0 ? null : mark.Value, StringComparer.Ordinal))
            {
                Said = Of(SaidKey),
                Answers = Of(AnswerKey),
            };

        Dictionary<string, string> Of(string kind) => marks.Where(mark => mark.Key.StartsWith(kind, StringComparison.Ordinal))
            .ToDictionary(mark => mark.Key[kind.Length..], mark => mark.Value, StringComparer.Ordinal);
    }

    /// <param name="Choices">In words, as the cell shows them.</param>
    public sealed record ChoiceList(string Figure, IReadOnlyList<string> Choices)
    {
        /// <param name="column">Of the mark's sheet, from 1.</param>
        public string Range(int column)
        {
            var letters = CellAddress.Letters(column);
            return string.Create(CultureInfo.InvariantCulture, $"'{Tab}'!${letters}$2:${letters}${Choices.Count + 1}");
        }
    }
}
