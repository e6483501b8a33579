namespace DaNangDxIndex.Typesetting;

/// <summary>An element of the structure tree, with what a screen reader is told besides the drawn text.</summary>
internal sealed class PdfElement(string name, string? alternative = null)
{
    private readonly List<string> _texts = [];
    private int _lines;

    public string Name { get; } = name;

    /// <summary>What a drawing shows, in words.</summary>
    public string? Alternative { get; } = alternative;

    /// <summary>
    /// The text in one piece where it was drawn in several: at line ends and between paragraphs no space is drawn, and words would run
    /// together when they are read aloud. Null where the drawn text says it all.
    /// </summary>
    public string? WholeText => _lines > 1 ? string.Join(' ', _texts.Where(text => text.Length > 0)).ReplaceLineEndings(" ") : null;

    public void Add(TextBlock block)
    {
        _texts.Add(block.Text);
        _lines += block.Lines;
    }
}
