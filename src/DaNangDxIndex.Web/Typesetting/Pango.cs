using System.Runtime.InteropServices;

namespace DaNangDxIndex.Typesetting;

/// <summary>What a document needs of Pango 1.50: paragraphs shaped and broken into lines, in the fonts of one configuration.</summary>
internal static partial class Pango
{
    /// <summary>Pango's own unit: 1,024 to the point.</summary>
    public const int Scale = 1024;

    private const string Library = "libpango-1.0.so.0";
    private const string OnCairo = "libpangocairo-1.0.so.0";
    private const string OnFreeType = "libpangoft2-1.0.so.0";

    [LibraryImport(OnCairo, EntryPoint = "pango_cairo_font_map_new")]
    public static partial PangoFontMap FontMap();

    [LibraryImport(OnFreeType, EntryPoint = "pango_fc_font_map_set_config")]
    public static partial void SetConfiguration(PangoFontMap map, FontConfiguration configuration);

    [LibraryImport(Library, EntryPoint = "pango_font_map_create_context")]
    public static partial PangoContext Context(PangoFontMap map);

    [LibraryImport(OnCairo, EntryPoint = "pango_cairo_update_context")]
    public static partial void Update(CairoContext cairo, PangoContext context);

    [LibraryImport(Library, EntryPoint = "pango_context_set_language")]
    public static partial void SetLanguage(PangoContext context, nint language);

    [LibraryImport(Library, EntryPoint = "pango_language_from_string", StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint Language(string name);

    [LibraryImport(Library, EntryPoint = "pango_context_set_round_glyph_positions")]
    public static partial void RoundGlyphPositions(PangoContext context, [MarshalAs(UnmanagedType.Bool)] bool round);

    [LibraryImport(Library, EntryPoint = "pango_font_description_new")]
    public static partial PangoFont Font();

    [LibraryImport(Library, EntryPoint = "pango_font_description_free")]
    public static partial void FreeFont(nint font);

    [LibraryImport(Library, EntryPoint = "pango_font_description_set_family", StringMarshalling = StringMarshalling.Utf8)]
    public static partial void SetFamily(PangoFont font, string family);

    [LibraryImport(Library, EntryPoint = "pango_font_description_set_absolute_size")]
    public static partial void SetSize(PangoFont font, double size);

    [LibraryImport(Library, EntryPoint = "pango_font_description_set_weight")]
    public static partial void SetWeight(PangoFont font, int weight);

    [LibraryImport(Library, EntryPoint = "pango_font_description_set_style")]
    public static partial void SetStyle(PangoFont font, int style);

    [LibraryImport(Library, EntryPoint = "pango_layout_new")]
    public static partial PangoLayout Layout(PangoContext context);

    [LibraryImport(Library, EntryPoint = "pango_layout_set_text", StringMarshalling = StringMarshalling.Utf8)]
    public static partial void SetText(PangoLayout layout, string text, int length);

    [LibraryImport(Library, EntryPoint = "pango_layout_set_font_description")]
    public static partial void SetFont(PangoLayout layout, PangoFont font);

    [LibraryImport(Library, EntryPoint = "pango_layout_set_width")]
    public static partial void SetWidth(PangoLayout layout, int width);

    [LibraryImport(Library, EntryPoint = "pango_layout_set_wrap")]
    public static partial void SetWrap(PangoLayout layout, int mode);

    [LibraryImport(Library, EntryPoint = "pango_layout_set_alignment")]
    public static partial void SetAlignment(PangoLayout layout, int alignment);

    [LibraryImport(Library, EntryPoint = "pango_layout_set_spacing")]
    public static partial void SetSpacing(PangoLayout layout, int spacing);

    [LibraryImport(Library, EntryPoint = "pango_layout_get_size")]
    public static partial void Size(PangoLayout layout, out int width, out int height);

    [LibraryImport(Library, EntryPoint = "pango_layout_get_baseline")]
    public static partial int Baseline(PangoLayout layout);

    [LibraryImport(Library, EntryPoint = "pango_layout_get_line_count")]
    public static partial int LineCount(PangoLayout layout);

    [LibraryImport(OnCairo, EntryPoint = "pango_cairo_show_layout")]
    public static partial void Show(CairoContext cairo, PangoLayout layout);

    [LibraryImport("libgobject-2.0.so.0", EntryPoint = "g_object_unref")]
    public static partial void Unref(nint instance);
}
