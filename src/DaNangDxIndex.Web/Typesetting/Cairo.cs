using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DaNangDxIndex.Typesetting;

/// <summary>What a document needs of Cairo 1.16: a PDF surface, lines, boxes, structure tags.</summary>
internal static partial class Cairo
{
    private const string Library = "libcairo.so.2";

    [LibraryImport(Library, EntryPoint = "cairo_pdf_surface_create_for_stream")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static unsafe partial nint PdfSurface(delegate* unmanaged[Cdecl]<nint, byte*, uint, int> write, nint closure, double width, double height);

    [LibraryImport(Library, EntryPoint = "cairo_pdf_surface_restrict_to_version")]
    public static partial void RestrictToVersion(CairoSurface surface, int version);

    [LibraryImport(Library, EntryPoint = "cairo_pdf_surface_add_outline", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int AddOutline(CairoSurface surface, int parent, string name, string link, int flags);

    [LibraryImport(Library, EntryPoint = "cairo_surface_finish")]
    public static partial void Finish(CairoSurface surface);

    [LibraryImport(Library, EntryPoint = "cairo_surface_status")]
    public static partial int Status(CairoSurface surface);

    [LibraryImport(Library, EntryPoint = "cairo_surface_destroy")]
    public static partial void DestroySurface(nint surface);

    [LibraryImport(Library, EntryPoint = "cairo_create")]
    public static partial CairoContext Context(CairoSurface surface);

    [LibraryImport(Library, EntryPoint = "cairo_destroy")]
    public static partial void DestroyContext(nint context);

    [LibraryImport(Library, EntryPoint = "cairo_status")]
    public static partial int Status(CairoContext context);

    [LibraryImport(Library, EntryPoint = "cairo_status_to_string")]
    public static partial nint StatusText(int status);

    [LibraryImport(Library, EntryPoint = "cairo_show_page")]
    public static partial void ShowPage(CairoContext context);

    [LibraryImport(Library, EntryPoint = "cairo_set_source_rgb")]
    public static partial void SetInk(CairoContext context, double red, double green, double blue);

    [LibraryImport(Library, EntryPoint = "cairo_set_line_width")]
    public static partial void SetLineWidth(CairoContext context, double width);

    [LibraryImport(Library, EntryPoint = "cairo_move_to")]
    public static partial void MoveTo(CairoContext context, double x, double y);

    [LibraryImport(Library, EntryPoint = "cairo_line_to")]
    public static partial void LineTo(CairoContext context, double x, double y);

    [LibraryImport(Library, EntryPoint = "cairo_rectangle")]
    public static partial void Rectangle(CairoContext context, double x, double y, double width, double height);

    [LibraryImport(Library, EntryPoint = "cairo_close_path")]
    public static partial void ClosePath(CairoContext context);

    [LibraryImport(Library, EntryPoint = "cairo_stroke")]
    public static partial void Stroke(CairoContext context);

    [LibraryImport(Library, EntryPoint = "cairo_fill")]
    public static partial void Fill(CairoContext context);

    [LibraryImport(Library, EntryPoint = "cairo_tag_begin", StringMarshalling = StringMarshalling.Utf8)]
    public static partial void BeginTag(CairoContext context, string name, string attributes);

    [LibraryImport(Library, EntryPoint = "cairo_tag_end", StringMarshalling = StringMarshalling.Utf8)]
    public static partial void EndTag(CairoContext context, string name);
}
