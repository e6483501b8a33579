namespace DaNangDxIndex.Typesetting;

/// <summary>The table of contents that a reader shows beside the pages.</summary>
internal sealed class PdfOutline(PdfFile file)
{
    private readonly List<(string Title, int Page, double Y)> _lines = [];

    public void Add(string title, int page, double y) => _lines.Add((title, page, y));

    /// <returns>Number of the outline; null when it has no line.</returns>
    public int? Write(PdfPages pages)
    {
        if (_lines.Count == 0)
            return null;
        var root = file.Reserve();
        int[] items = [.. _lines.Select(_ => file.Reserve())];
        foreach (var (i, line) in _lines.Index())
        {
            var text = file.Begin(items[i]).Add("<< /Title "u8).Text(line.Title).Add("/Parent "u8).Reference(root)
                .Add("/Dest ["u8).Reference(pages.Numbers[line.Page - 1]).Add("/XYZ 0 "u8).Add(pages.Height - line.Y).Add("0] "u8);
            if (i > 0)
                text.Add("/Prev "u8).Reference(items[i - 1]);
            if (i + 1 < items.Length)
                text.Add("/Next "u8).Reference(items[i + 1]);
            text.Add(">>"u8);
        }
        file.Begin(root).Add("<< /Type /Outlines /Count "u8).Add(items.Length).Add("/First "u8).Reference(items[0]).Add("/Last "u8)
            .Reference(items[^1]).Add(">>"u8);
        return root;
    }
}
