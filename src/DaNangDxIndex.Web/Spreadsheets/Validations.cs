using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace DaNangDxIndex.Spreadsheets;

/// <summary>What the cells to be filled in allow, as the standard writes it: one rule for all cells that allow the same.</summary>
internal static class Validations
{
    // Bounds that no number of ours passes, where one side is open.
    private const decimal Far = 1_000_000_000_000_000;

    /// <summary>Null where nothing is bounded.</summary>
    public static DataValidations? Of(Sheet sheet)
    {
        var bounded = sheet.Rows.SelectMany((row, at) => row.Select(
                (cell, column) => ((cell as Cell.Input)?.Allowed, At: new CellAddress(at + 2, column + 1))))
            .Where(cell => cell.Allowed is not null).GroupBy(cell => cell.Allowed, cell => cell.At);
        var rules = bounded.Select(group => group.Key is { } allowed ? RuleOf(allowed, string.Join(' ', group)) : null)
            .OfType<DataValidation>().ToList();
        return rules.Count == 0 ? null : new DataValidations(rules) { Count = (uint)rules.Count };
    }

    private static DataValidation RuleOf(Allowed allowed, string cells)
    {
        var rule = new DataValidation
        {
            AllowBlank = true,
            ShowErrorMessage = true,
            Error = allowed.Sentence.Length > 220 ? allowed.Sentence[..220] : allowed.Sentence,
            SequenceOfReferences = new ListValue<StringValue> { InnerText = cells },
        };
        switch (allowed)
        {
            case Allowed.OneOf list:
                rule.Type = DataValidationValues.List;
                rule.Append(new Formula1(list.Range));
                break;
            case Allowed.Between between:
                rule.Type = between.Whole ? DataValidationValues.Whole : DataValidationValues.Decimal;
                rule.Operator = DataValidationOperatorValues.Between;
                rule.Append(new Formula1(Text(between.Least ?? -Far)), new Formula2(Text(between.Most ?? Far)));
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(allowed), allowed, "Not known.");
        }
        return rule;
    }

    private static string Text(decimal number) => number.ToString(CultureInfo.InvariantCulture);
}
