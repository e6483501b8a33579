using System.Globalization;
using System.Text.Json;
using DaNangDxIndex.Csv;

namespace DaNangDxIndex.Publishing.OpenData;

/// <summary>Columns that several tables have, and how their values are written: invariant, as files are.</summary>
internal static class OpenColumns
{
    public const int Decimals = 6;

    public static OpenColumn AgencyCode { get; } = Words("agency", "Mã cơ quan, đơn vị", "Code of the agency") with { Required = true };

    public static OpenColumn GroupCode { get; } = Words("group", "Mã khối", "Code of the group") with { Required = true };

    public static OpenColumn Name { get; } = Words("name", "Tên tiếng Việt", "Name in Vietnamese") with { Required = true };

    public static OpenColumn NameEn { get; } = Words("name_en", "Tên tiếng Anh", "Name in English");

    public static OpenColumn Parent { get; } = Words("parent", "Mã cơ quan cấp trên", "Code of the agency it stands under");

    public static OpenColumn Words(string name, string vi, string en) => new(name, ColumnKind.Text, new(vi, en));

    public static OpenColumn Whole(string name, string vi, string en) => new(name, ColumnKind.Whole, new(vi, en));

    public static OpenColumn Number(string name, string vi, string en) => new(name, ColumnKind.Number, new(vi, en));

    public static OpenColumn Flag(string name, string vi, string en) => new(name, ColumnKind.Flag, new(vi, en)) { Required = true };

    public static string Of(bool value) => value ? "true" : "false";

    public static string? Of(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    /// <summary>Rounded for reading; the exact value stands in a column of its own.</summary>
    public static string Rounded(Fraction points) =>
        points.Round(Decimals).ToString("0." + new string('#', Decimals), CultureInfo.InvariantCulture);

    public static string Plain(string text) => CsvText.Plain(text);

    public static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
