using System.Globalization;
using System.Text;
using DaNangDxIndex.Publishing.OnPaper;
using DaNangDxIndex.Typesetting;

namespace DaNangDxIndex.Scorecards.Verification;

/// <summary>Small files, laid out as this program lays out its own, whose reading would take far more than they are worth.</summary>
internal static class StuffedPaper
{
    /// <summary>All of them: a few hundred kilobytes, or what may be handed in at most.</summary>
    public static IReadOnlyDictionary<string, Func<byte[]>> All { get; } = new Dictionary<string, Func<byte[]>>(StringComparer.Ordinal)
    {
        // Four digits of the file become sixteen letters.
        ["one page many times"] = () => Write(Drawn(5, 1_200, "0001"), Many("0041"), pages: 40, Layout.OnePage),
        ["one content of many pages"] = () => Write(Drawn(5, 1_200, "0001"), Many("0041"), pages: 40, Layout.OneContent),
        ["one large content of many pages"] = () => Write(new string(' ', 3 << 20), Many("0041"), pages: 200, Layout.OneContent),
        ["marks upon marks"] = () => Write(Drawn(2, 1_250, "0001"), Many("0301"), pages: 1, Layout.OneContent),
        ["many short texts"] = () => Write(Drawn(60_000, 0, ""), Many("0041"), pages: 1, Layout.Packed),
        ["many characters"] = () => Write(
            "", string.Concat(Enumerable.Range(0, 60_000).Select(glyph => $"<{glyph:X4}> <0041>\n")), pages: 1, Layout.Packed),
        ["many pieces"] = () => Write(string.Concat(Enumerable.Repeat("EMC ", 4_300_000)), Many("0041"), pages: 1, Layout.Packed),
        ["one large note many times"] = () => Write("", Many("0041"), pages: 1, Layout.Notes),
    };

    private enum Layout { OnePage, OneContent, Packed, Notes }

    private static string Many(string letter) => $"<0001> <{string.Concat(Enumerable.Repeat(letter, 16))}>\n";

    /// <summary>So many texts with their places.</summary>
    private static string Drawn(int texts, int glyphs, string glyph)
    {
        var text = string.Concat(Enumerable.Repeat(glyph, glyphs));
        var drawn = new StringBuilder();
        for (var number = 0; number < texts; number++)
            drawn.Append(CultureInfo.InvariantCulture, $"/P << /MCID {number} /Dx <FEFF0061> >> BDC\n/F1 9 Tf\n")
                .Append(glyphs > 0 ? $"[<{text}>]TJ\n" : "").Append("EMC\n");
        return drawn.ToString();
    }

    private static byte[] Write(string content, string characters, int pages, Layout layout)
    {
        var file = new PdfFile();
        var table = Encoding.ASCII.GetBytes($"1 begincodespacerange <0000> <FFFF> endcodespacerange\n{characters}");
        var drawn = layout == Layout.Packed ? file.Stream("", Encoding.ASCII.GetBytes(content))
            : file.PlainStream("", Encoding.ASCII.GetBytes(content));
        var (tree, resources, font) = (file.Reserve(), file.Reserve(), file.Reserve());
        var kids = Enumerable.Range(0, layout == Layout.OnePage ? 1 : pages).Select(_ => file.Reserve()).ToList();
        var named = layout == Layout.OnePage ? Enumerable.Repeat(kids[0], pages) : kids;
        file.Begin(tree).Add($"<< /Type /Pages /Kids [{string.Concat(named.Select(kid => $"{kid} 0 R "))}] >>");
        file.Begin(resources).Add($"<< /Font << /F1 {font} 0 R >> >>");
        file.Begin(font).Add($"<< /ToUnicode {file.Stream("", table)} 0 R >>");
        var note = file.Reserve();
        file.Begin(note).Add("<< /Subtype /Link " + new string(' ', 1 << 20) + ">>");
        var notes = layout == Layout.Notes ? $"/Annots [{string.Concat(Enumerable.Repeat($"{note} 0 R ", 5_000))}] " : "";
        foreach (var kid in kids)
            file.Begin(kid).Add($"<< /Type /Page /Resources {resources} 0 R /Contents {drawn} 0 R {notes}>>");
        return Said.Finish(file, tree, tree, null);
    }

    private static PdfFacts Said
    {
        get
        {
            var version = SamplePublication.Announced;
            return new("", "", "", "vi", new DateOnly(2025, 4, 3))
            {
                Paper = PaperIdentity.Of(version.Edition, version.Digest, "vi", "departments"),
            };
        }
    }
}
