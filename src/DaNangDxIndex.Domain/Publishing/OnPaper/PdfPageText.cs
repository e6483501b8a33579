using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using DaNangDxIndex.Text;

namespace DaNangDxIndex.Publishing.OnPaper;

/// <summary>The texts of a page that bear a place, read as whoever copies them would: by the characters its fonts name.</summary>
internal sealed partial class PdfPageText(
    IReadOnlyDictionary<int, IReadOnlyDictionary<string, string>> fonts, PaperBounds bounds)
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    /// <summary>Many times the longest text that is checked.</summary>
    private const int LongestText = 20_000;

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Drawing = new HashSet<string>(
        ["BT", "ET", "Td", "m", "l", "S", "re", "f", "w", "g", "rg", "G", "RG"], StringComparer.Ordinal)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>What the glyphs of a font stand for, by their number in hexadecimal.</summary>
    public static IReadOnlyDictionary<string, string> Characters(string table, PaperBounds bounds)
    {
        var from = table.IndexOf("endcodespacerange", StringComparison.Ordinal);
        if (from < 0)
            throw PdfObjects.Foreign();
        var characters = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in PaperBounds.Found(CharacterOf(), table, from))
        {
            var letters = Utf16(line.Groups["text"].Value);
            bounds.TakeText(letters.Length);
            characters[line.Groups["glyph"].Value] = letters;
        }

        return characters;
    }

    /// <summary>In the order in which they are drawn.</summary>
    /// <exception cref="PaperFault">Something is drawn in a way in which this program draws nothing.</exception>
    public IEnumerable<(string Place, string Text)> Read(string content)
    {
        IReadOnlyDictionary<string, string>? font = null;
        string? place = null;
        var text = new StringBuilder();
        var read = 0;
        foreach (var piece in PaperBounds.Found(PieceOf(), content))
        {
            RefuseOtherDrawing(content, read, piece.Index);
            read = piece.Index + piece.Length;
            if (piece.Groups["font"].Success)
                font = fonts.GetValueOrDefault(int.Parse(piece.Groups["font"].Value, CultureInfo.InvariantCulture));
            else if (piece.Groups["line"].Success)
                Append(text, piece.Groups["line"].Value, font ?? throw PdfObjects.Foreign());
            else
            {
                if (place is not null)
                    yield return (place, Said(text.ToString(), place));
                text.Clear();
                place = piece.Groups["place"].Success ? Utf16(piece.Groups["place"].Value) : null;
            }
        }

        RefuseOtherDrawing(content, read, content.Length);
    }

    /// <summary>One space where there is any, so that two ways to break a line say the same.</summary>
    public static string Plain(string text) => Spaces().Replace(text.Normalize(NormalizationForm.FormC), " ").Trim();

    private string Said(string text, string place)
    {
        bounds.TakeText(place.Length + text.Length);
        return CombiningMarks.AreFew(text) ? Plain(text) : throw PdfObjects.Foreign();
    }

    /// <summary>Between two pieces lines and boxes are drawn, and nothing else.</summary>
    private static void RefuseOtherDrawing(string content, int from, int to)
    {
        var between = content.AsSpan(from, to - from);
        foreach (var part in between.SplitAny(' ', '\n'))
        {
            var word = between[part];
            if (!word.IsEmpty && !Drawing.Contains(word) && !double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out _))
                throw PdfObjects.Foreign();
        }
    }

    private static void Append(StringBuilder text, string line, IReadOnlyDictionary<string, string> font)
    {
        foreach (var glyphs in PaperBounds.Found(GlyphsOf(), line))
            foreach (var glyph in glyphs.Groups["glyphs"].Value.Chunk(4))
            {
                text.Append(font.GetValueOrDefault(new string(glyph)) ?? throw PdfObjects.Foreign());
                if (text.Length > LongestText)
                    throw PdfObjects.Foreign();
            }
    }

    private static string Utf16(string hexadecimal) => hexadecimal.Length % 4 == 0
        ? Encoding.BigEndianUnicode.GetString(Convert.FromHexString(hexadecimal))
        : throw PdfObjects.Foreign();

    [GeneratedRegex(
        @"/\w+ << /MCID \d+ (?:/Dx <FEFF(?<place>[0-9A-F]{0,800})> )?>> BDC|/Artifact BMC|EMC|/F(?<font>\d) [\d.]+ Tf|"
            + @"\[(?<line>[^\[\]]*)\]TJ",
        Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PieceOf();

    [GeneratedRegex(@"<(?<glyphs>([0-9A-F]{4})+)>", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex GlyphsOf();

    [GeneratedRegex(@"<(?<glyph>[0-9A-F]{4})> <(?<text>[0-9A-F]{4,64})>", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CharacterOf();

    [GeneratedRegex(@"\s+", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Spaces();
}
