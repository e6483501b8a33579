using System.Globalization;
using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Demo;

/// <summary>Figures that were printed with numerator and denominator (printed-figures.csv): they stand in the demo as they are.</summary>
internal static class PrintedFigures
{
    public static Dictionary<string, FigureValue> Of(CriteriaSet set, string agency) => DemoFile.Rows("printed-figures.csv")
        .Where(row => row["tenant"] == "da-nang" && row.Number("year") == set.Edition && row["agency"] == agency
            && row.Maybe("over") is not null)
        .SelectMany(row => new[] { (row["figure"], row["numerator"]), (row["over"], row.Maybe("denominator") ?? row["numerator"]) })
        .ToDictionary(
            pair => pair.Item1, pair => FigureValue.Of(decimal.Parse(pair.Item2, CultureInfo.InvariantCulture)), StringComparer.Ordinal);
}
