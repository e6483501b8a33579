using DaNangDxIndex.Frame;

namespace DaNangDxIndex.Laboratory;

/// <summary>Ranks before and after as one line to an agency, drawn on the server. The table of moves beside it says the same.</summary>
public sealed record SlopeChart(string Caption, string Left, string Right, IReadOnlyList<SlopeChart.Line> Lines)
{
    private const int Step = 16;
    private const int Top = 34;
    private const int LeftEdge = 44;
    private const int RightEdge = 240;

    public sealed record Line(string Name, int Before, int After)
    {
        public string Direction => Before == After ? "same" : Before > After ? "up" : "down";
    }

    public int Width => 640;

    public int Height => Top + (Step * Lines.Select(line => Math.Max(line.Before, line.After)).DefaultIfEmpty().Max()) + 8;

    public string X1 => SvgLength.Of(LeftEdge);

    public string X2 => SvgLength.Of(RightEdge);

    public string Y(int rank) => SvgLength.Of(Top + ((rank - 0.5m) * Step));

    /// <summary>Agencies that share a rank share a label.</summary>
    public IEnumerable<(int Rank, string Names, string Direction)> Labels => Lines.GroupBy(line => line.After).OrderBy(same => same.Key)
        .Select(same =>
            (same.Key, Shortened(string.Join(", ", same.Select(line => line.Name))), same.Count() == 1 ? same.First().Direction : "same"));

    private static string Shortened(string names) => names.Length <= 52 ? names : names[..50] + "…";
}
