using System.Globalization;
using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Demo;

/// <summary>Figures that a newspaper printed with numerator and denominator (reported-figures.csv), by the codes of the criteria sets.</summary>
internal static class PrintedFigures
{
    private static readonly Dictionary<string, (string Numerator, string Denominator)> Codes = new(StringComparer.Ordinal)
    {
        ["procedures offered as full-process online services"] = ("procedures-full-process", "procedures-eligible"),
        ["files handled online"] = ("files-online", "files-received"),
        ["files paid online"] = ("files-paid-online", "files-with-fee"),
        ["files handled early or on time"] = ("files-on-time", "files-settled"),
        ["files digitised"] = ("files-digitised", "files-to-digitise"),
        ["reviews on the public service portal that are satisfied"] = ("portal-reviews-satisfied", "portal-reviews"),
    };

    public static Dictionary<string, FigureValue> Of(CriteriaSet set, string agency) => DemoFile.Rows("reported-figures.csv")
        .Where(row => row.Number("year") == set.Edition && string.Equals(row["agency_code"], agency, StringComparison.Ordinal))
        .Where(row => Codes.ContainsKey(row["figure"]) && row.Maybe("numerator") is not null && row.Maybe("denominator") is not null)
        .SelectMany(row => new[] { (Codes[row["figure"]].Numerator, row["numerator"]), (Codes[row["figure"]].Denominator, row["denominator"]) })
        .ToDictionary(pair => pair.Item1, pair => FigureValue.Of(decimal.Parse(pair.Item2, CultureInfo.InvariantCulture)), StringComparer.Ordinal);
}
