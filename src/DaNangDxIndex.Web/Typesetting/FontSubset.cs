using System.Runtime.InteropServices;

namespace DaNangDxIndex.Typesetting;

/// <summary>Cuts some glyphs of a typeface out into a font of their own, to be embedded in a document.</summary>
/// <remarks>
/// HarfBuzz's subsetter stands in the native library that HarfBuzzSharp brings, but has no C# face there. The face is prepared once;
/// cutting is then safe for many threads.
/// </remarks>
internal sealed class FontSubset : IDisposable
{
    private const string Library = "libHarfBuzzSharp";
    private const uint NoHinting = 0x1, NoLayoutClosure = 0x200;
    private const int TablesToDrop = 3;

    // A document names characters and widths itself; all it needs of a font are the outlines.
    private static readonly uint[] Dropped =
    [
        .. new[] { "GSUB", "GPOS", "GDEF", "cmap", "name", "OS/2", "post", "gasp", "kern", "DSIG", "LTSH", "VDMX", "hdmx", "PCLT", "meta",
            "FFTM" }
            .Select(tag => (uint)((tag[0] << 24) | (tag[1] << 16) | (tag[2] << 8) | tag[3])),
    ];

    private readonly nint _prepared;

    public FontSubset(nint face) => _prepared = Require(hb_subset_preprocess(face));

    /// <param name="glyphs">Numbers in the typeface; the place in the list is the number in the new font. The first is 0.</param>
    public byte[] Cut(IReadOnlyList<ushort> glyphs)
    {
        var input = Require(hb_subset_input_create_or_fail());
        try
        {
            hb_subset_input_set_flags(input, NoHinting | NoLayoutClosure);
            var (wanted, numbers) = (hb_subset_input_glyph_set(input), hb_subset_input_old_to_new_glyph_mapping(input));
            for (var i = 0; i < glyphs.Count; i++)
            {
                hb_set_add(wanted, glyphs[i]);
                hb_map_set(numbers, glyphs[i], (uint)i);
            }
            var drop = hb_subset_input_set(input, TablesToDrop);
            foreach (var tag in Dropped)
                hb_set_add(drop, tag);
            return BytesOf(Require(hb_subset_or_fail(_prepared, input)));
        }
        finally
        {
            hb_subset_input_destroy(input);
        }
    }

    public void Dispose() => hb_face_destroy(_prepared);

    private static byte[] BytesOf(nint face)
    {
        var blob = hb_face_reference_blob(face);
        var data = hb_blob_get_data(blob, out var length);
        var bytes = new byte[length];
        Marshal.Copy(data, bytes, 0, bytes.Length);
        hb_blob_destroy(blob);
        hb_face_destroy(face);
        return bytes;
    }

    private static nint Require(nint made) =>
        made != 0 ? made : throw new InvalidDataException("HarfBuzz could not cut glyphs out of the font.");

    [DllImport(Library)] private static extern nint hb_subset_preprocess(nint face);
    [DllImport(Library)] private static extern nint hb_subset_input_create_or_fail();
    [DllImport(Library)] private static extern void hb_subset_input_destroy(nint input);
    [DllImport(Library)] private static extern void hb_subset_input_set_flags(nint input, uint flags);
    [DllImport(Library)] private static extern nint hb_subset_input_glyph_set(nint input);
    [DllImport(Library)] private static extern nint hb_subset_input_set(nint input, int which);
    [DllImport(Library)] private static extern nint hb_subset_input_old_to_new_glyph_mapping(nint input);
    [DllImport(Library)] private static extern nint hb_subset_or_fail(nint face, nint input);
    [DllImport(Library)] private static extern void hb_set_add(nint set, uint value);
    [DllImport(Library)] private static extern void hb_map_set(nint map, uint key, uint value);
    [DllImport(Library)] private static extern nint hb_face_reference_blob(nint face);
    [DllImport(Library)] private static extern void hb_face_destroy(nint face);
    [DllImport(Library)] private static extern nint hb_blob_get_data(nint blob, out uint length);
    [DllImport(Library)] private static extern void hb_blob_destroy(nint blob);
}
