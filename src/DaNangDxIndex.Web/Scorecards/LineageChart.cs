using System.Globalization;
using DaNangDxIndex.Agencies;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Tenancy;

namespace DaNangDxIndex.Scorecards;

/// <summary>
/// What an agency was formed from and what became of it, as boxes in columns, the oldest on the left. The sentences beside it say the same.
/// </summary>
public sealed record LineageChart(
    IReadOnlyList<LineageChart.Box> Boxes, IReadOnlyList<(LineageChart.Box From, LineageChart.Box To)> Lines)
{
    private const int BoxWidth = 210, BoxHeight = 40, Column = 270, Row = 52, Steps = 3, Longest = 30, Edge = 4;

    public int Width => (Boxes.Max(box => box.Column) * Column) + BoxWidth + (2 * Edge);

    public int Height => (Boxes.Max(box => box.Row) * Row) + BoxHeight + (2 * Edge);

    /// <summary>Null for an agency that neither came from another nor became one.</summary>
    public static LineageChart? Of(string code, IReadOnlyCollection<Agency> all)
    {
        var known = all.ToDictionary(agency => agency.Code, StringComparer.Ordinal);
        if (!known.TryGetValue(code, out var own))
            return null;
        var depths = new Dictionary<string, int>(StringComparer.Ordinal) { [code] = 0 };
        Follow(own, -1, agency => all.Where(other => other.Successors.Contains(agency.Code, StringComparer.Ordinal)));
        Follow(own, 1, agency => agency.Successors.Select(known.GetValueOrDefault).OfType<Agency>());
        if (depths.Count == 1)
            return null;
        // Who went into the same heir, and who came out of the same origin, belongs to the story.
        foreach (var (heir, depth) in depths.Where(pair => pair.Value > 0).ToList())
            foreach (var partner in all.Where(agency => agency.Successors.Contains(heir, StringComparer.Ordinal)))
                depths.TryAdd(partner.Code, depth - 1);
        foreach (var (origin, depth) in depths.Where(pair => pair.Value < 0).ToList())
            foreach (var sibling in known[origin].Successors.Where(known.ContainsKey))
                depths.TryAdd(sibling, depth + 1);
        var first = depths.Values.Min();
        var boxes = depths.GroupBy(pair => pair.Value).SelectMany(column => column.OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select((pair, row) => new Box(known[pair.Key], column.Key - first, row, pair.Key == code))).ToList();
        var byCode = boxes.ToDictionary(box => box.Agency.Code, StringComparer.Ordinal);
        return new(boxes, [.. from box in boxes
                             from heir in box.Agency.Successors
                             where byCode.ContainsKey(heir)
                             select (box, byCode[heir])]);

        void Follow(Agency from, int step, Func<Agency, IEnumerable<Agency>> next)
        {
            var depth = depths[from.Code] + step;
            if (Math.Abs(depth) > Steps)
                return;
            foreach (var found in next(from).Where(agency => !depths.ContainsKey(agency.Code)).ToList())
            {
                depths[found.Code] = depth;
                Follow(found, step, next);
            }
        }
    }

    public static string X(Box box) => SvgLength.Of(Edge + (box.Column * Column));

    public static string Y(Box box) => SvgLength.Of(Edge + (box.Row * Row));

    public static string Path((Box From, Box To) line)
    {
        var (x1, y1) = (Edge + (line.From.Column * Column) + BoxWidth, Edge + (line.From.Row * Row) + (BoxHeight / 2));
        var (x2, y2) = (Edge + (line.To.Column * Column), Edge + (line.To.Row * Row) + (BoxHeight / 2));
        var middle = (x1 + x2) / 2;
        return string.Create(CultureInfo.InvariantCulture, $"M{x1} {y1}C{middle} {y1} {middle} {y2} {x2} {y2}");
    }

    public sealed record Box(Agency Agency, int Column, int Row, bool IsOwn)
    {
        public string Name => Agency.Name.ForReader() is var name && name.Length <= Longest ? name : name[..(Longest - 1)].TrimEnd() + "…";

        /// <summary>From when until when it was there; a dash stands where it is not known or has not ended.</summary>
        public string Years => $"{Agency.ValidFrom?.Year.ToString(CultureInfo.InvariantCulture) ?? "…"}–{
            Agency.ValidTo?.Year.ToString(CultureInfo.InvariantCulture) ?? ""}";
    }
}
