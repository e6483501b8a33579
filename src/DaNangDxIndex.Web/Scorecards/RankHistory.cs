using DaNangDxIndex.Frame;

namespace DaNangDxIndex.Scorecards;

/// <summary>
/// Ranks over the editions: one line is an agency's history, several are a bump chart. Rank 1 is on top;
/// a year without a rank lifts the line, and so does a break between two years, which is drawn and named.
/// </summary>
public sealed record RankHistory(string Caption, IReadOnlyList<string> Years, IReadOnlyList<RankHistory.Series> Lines)
{
    const decimal Left = 24, Top = 22, Bottom = 26;

    /// <summary>
    /// Breaks by the place of the year that begins after them (1 is the second year), each with the sentence that says why.
    /// </summary>
    public IReadOnlyDictionary<int, string> Breaks { get; init; } = new Dictionary<int, string>();

    /// <summary>The lowest rank the chart has room for; the number of agencies in the group is a good one.</summary>
    public int Lowest { get; init; } = 10;

    public int Width { get; init; } = 560;

    public int Height { get; init; } = 200;

    /// <summary>Room on the right for the names of lines; a single line needs none.</summary>
    decimal Right => Lines.Count > 1 ? Room : 24;

    /// <summary>Room for names beside a chart of several lines.</summary>
    public decimal Room { get; init; } = 190;

    public decimal X(int year) => Years.Count == 1
        ? Left
        : Left + (year * (Width - Left - Right) / (Years.Count - 1));

    /// <summary>Half-way between the year and the one before it.</summary>
    public decimal XOfBreak(int year) => (X(year - 1) + X(year)) / 2;

    public decimal Y(int rank) => Lowest <= 1
        ? Top
        : Top + ((Math.Min(rank, Lowest) - 1) * (Height - Top - Bottom) / (Lowest - 1));

    /// <summary>The path of a line, lifted where a year has no rank and across a break.</summary>
    public string Path(Series line)
    {
        var drawing = false;
        var path = new System.Text.StringBuilder();
        for (var year = 0; year < Years.Count; year++)
        {
            if (line.Ranks[year] is not { } rank)
            {
                drawing = false;
                continue;
            }

            path.Append(drawing && !Breaks.ContainsKey(year) ? 'L' : 'M').Append(SvgLength.Of(X(year))).Append(' ')
                .Append(SvgLength.Of(Y(rank)));
            drawing = true;
        }

        return path.ToString();
    }

    /// <summary>
    /// Names at the right end, one for each rank of the last year: who shares a rank shares a label. Shortened where it would not fit.
    /// </summary>
    public IEnumerable<(int Rank, string Names, bool Highlighted)> Labels => Lines.Count < 2 ? [] : Lines
        .Where(line => line.Ranks[^1] is not null)
        .GroupBy(line => line.Ranks[^1].GetValueOrDefault())
        .OrderBy(shared => shared.Key)
        .Select(shared => (shared.Key, Shortened(string.Join(", ", shared.OrderByDescending(line => line.Highlighted)
            .Select(line => line.Name))), shared.Any(line => line.Highlighted)));

    /// <summary>So many characters of a name fit beside the chart.</summary>
    public int Longest { get; init; } = 26;

    private string Shortened(string names) => names.Length <= Longest ? names : names[..(Longest - 1)].TrimEnd() + "…";

    public sealed record Series(string Name, IReadOnlyList<int?> Ranks)
    {
        public bool Highlighted { get; init; }

        public string? Href { get; init; }
    }
}
