using System.Collections.Concurrent;
using HarfBuzzSharp;

namespace DaNangDxIndex.Typesetting;

/// <summary>One cut of a family: its measures in font units, and words shaped once and remembered.</summary>
/// <remarks>Safe for many threads: the font is immutable, and every thread shapes in a buffer of its own.</remarks>
internal sealed class Typeface : IDisposable
{
    // Some 2,000 words make up every document; a limit keeps figures and names from gathering without end.
    private const int Remembered = 20_000;
    private static readonly Language Vietnamese = new("vi");

    [ThreadStatic]
    private static HarfBuzzSharp.Buffer? Buffer;

    private readonly ConcurrentDictionary<string, Word> _words = new(StringComparer.Ordinal);
    private readonly Blob _blob;
    private readonly Face _face;
    private readonly Font _font;
    private readonly ushort[] _advances;
    private int _count;

    public Typeface(string file, int index)
    {
        (Index, Name) = (index, Path.GetFileNameWithoutExtension(file));
        _blob = Blob.FromFile(file);
        _blob.MakeImmutable();
        _face = new Face(_blob, 0);
        _face.MakeImmutable();
        UnitsPerEm = _face.UnitsPerEm;
        _font = new Font(_face);
        _font.SetFunctionsOpenType();
        _font.SetScale(UnitsPerEm, UnitsPerEm);
        if (!_font.TryGetHorizontalFontExtents(out var extents))
            throw new InvalidDataException($"{file} is not a font that can be read.");
        (Ascent, Descent) = (extents.Ascender, -extents.Descender);
        _advances = [.. Enumerable.Range(0, _face.GlyphCount).Select(glyph => (ushort)_font.GetHorizontalGlyphAdvance((uint)glyph))];
        Subset = new FontSubset(_face.Handle);
    }

    /// <summary>Place among the cuts of the family; names the font inside a document.</summary>
    public int Index { get; }

    public string Name { get; }

    public int UnitsPerEm { get; }

    public int Ascent { get; }

    public int Descent { get; }

    public int Glyphs => _advances.Length;

    public FontSubset Subset { get; }

    public ushort Advance(ushort glyph) => _advances[glyph];

    public Word Shape(ReadOnlySpan<char> word)
    {
        if (_words.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var known))
            return known;
        var text = word.ToString();
        var shaped = Shaped(text);
        if (Interlocked.Increment(ref _count) <= Remembered)
            _words.TryAdd(text, shaped);
        return shaped;
    }

    public void Dispose()
    {
        Subset.Dispose();
        _font.Dispose();
        _face.Dispose();
        _blob.Dispose();
    }

    private Word Shaped(string text)
    {
        var buffer = Buffer ??= new HarfBuzzSharp.Buffer();
        buffer.ClearContents();
        buffer.AddUtf16(text);
        buffer.Direction = Direction.LeftToRight;
        buffer.Script = Script.Latin;
        buffer.Language = Vietnamese;
        _font.Shape(buffer);
        var glyphs = buffer.GetGlyphInfoSpan();
        var positions = buffer.GetGlyphPositionSpan();
        var shaped = new Glyph[glyphs.Length];
        for (var i = 0; i < glyphs.Length; i++)
        {
            var number = (ushort)glyphs[i].Codepoint;
            var (from, to) = ((int)glyphs[i].Cluster, i + 1 < glyphs.Length ? (int)glyphs[i + 1].Cluster : text.Length);
            shaped[i] = new Glyph(number, positions[i].XAdvance - _advances[number], text[from..to]);
        }
        return new Word(shaped, shaped.Sum(glyph => _advances[glyph.Number] + glyph.Kern));
    }
}
