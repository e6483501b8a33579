using System.Text;

namespace DaNangDxIndex.Typesetting;

/// <summary>A paragraph broken into lines at its spaces, ready to be measured and drawn; lengths in points.</summary>
internal sealed class LaidText
{
    private readonly double _width;
    private readonly double _unit;

    public LaidText(Typeface typeface, string text, TextStyle style, double width)
        : this(typeface, style, width, Broken(
            typeface, text.Normalize(NormalizationForm.FormC), (int)(width * typeface.UnitsPerEm / style.Size)))
    {
    }

    private LaidText(Typeface typeface, TextStyle style, double width, IReadOnlyList<TextLine> lines)
    {
        (Typeface, Style, Lines, _width, _unit) = (typeface, style, lines, width, style.Size / typeface.UnitsPerEm);
        Width = lines.Count == 0 ? 0 : lines.Max(line => line.Width) * _unit;
    }

    public Typeface Typeface { get; }

    public TextStyle Style { get; }

    public IReadOnlyList<TextLine> Lines { get; }

    /// <summary>The width of the longest line.</summary>
    public double Width { get; }

    public double LineHeight => (Typeface.Ascent + Typeface.Descent) * _unit;

    /// <summary>From the top of one line to the top of the next.</summary>
    public double Advance => LineHeight + Style.Leading;

    public double Height => Lines.Count == 0 ? 0 : Lines.Count * Advance - Style.Leading;

    /// <summary>From the top of the text to the baseline of its first line.</summary>
    public double Baseline => Typeface.Ascent * _unit;

    /// <summary>Where a line begins, from the left edge of the text.</summary>
    public double Indent(TextLine line) => Style.Align switch
    {
        TextAlign.Left => 0,
        TextAlign.Centre => (_width - line.Width * _unit) / 2,
        TextAlign.Right => _width - line.Width * _unit,
    };

    /// <summary>Some of the lines as a laid, to go on in another place.</summary>
    public LaidText Part(Range lines) => new(Typeface, Style, _width, [.. Lines.Take(lines)]);

    private static List<TextLine> Broken(Typeface typeface, string text, int room)
    {
        var (lines, space) = (new List<TextLine>(), typeface.Shape(" ").Width);
        foreach (var paragraph in text.AsSpan().Split('\n'))
            Break(typeface, text.AsSpan()[paragraph], room, space, lines);
        lines[^1] = lines[^1] with { GoesOn = false };
        return lines;
    }

    private static void Break(Typeface typeface, ReadOnlySpan<char> paragraph, int room, int space, List<TextLine> lines)
    {
        var (words, width) = (new List<Word>(), 0);
        foreach (var range in paragraph.Split(' '))
        {
            var word = typeface.Shape(paragraph[range]);
            if (words.Count > 0 && width + space + word.Width > room)
            {
                lines.Add(new TextLine(words, width, GoesOn: true));
                (words, width) = ([], 0);
            }
            // A word that is wider than the line is broken between letters, as the digest of a publication.
            while (words.Count == 0 && word.Width > room && word.Glyphs.Length > 1)
            {
                var (head, left) = Split(typeface, word, room);
                lines.Add(new TextLine([head], head.Width, GoesOn: false));
                word = left;
            }
            width += (words.Count > 0 ? space : 0) + word.Width;
            words.Add(word);
        }
        lines.Add(new TextLine(words, width, GoesOn: true));
    }

    private static (Word Head, Word Left) Split(Typeface typeface, Word word, int room)
    {
        var (taken, width) = (0, 0);
        while (taken < word.Glyphs.Length - 1 && (taken == 0 || width + WidthOf(taken) <= room))
            width += WidthOf(taken++);
        return (new Word(word.Glyphs[..taken], width), new Word(word.Glyphs[taken..], word.Width - width));

        int WidthOf(int i) => typeface.Advance(word.Glyphs[i].Number) + word.Glyphs[i].Kern;
    }
}

/// <param name="Width">In font units.</param>
/// <param name="GoesOn">More text follows behind a space: whoever reads aloud or copies must not run words together.</param>
internal sealed record TextLine(IReadOnlyList<Word> Words, int Width, bool GoesOn);
