using System.Runtime.InteropServices;

namespace DaNangDxIndex.Typesetting;

/// <summary>What a document needs of fontconfig: a configuration that knows the files we name and nothing of the machine.</summary>
internal static partial class Fontconfig
{
    private const string Library = "libfontconfig.so.1";

    [LibraryImport(Library, EntryPoint = "FcConfigCreate")]
    public static partial FontConfiguration Create();

    [LibraryImport(Library, EntryPoint = "FcConfigDestroy")]
    public static partial void Destroy(nint configuration);

    [LibraryImport(Library, EntryPoint = "FcConfigAppFontAddFile", StringMarshalling = StringMarshalling.Utf8)]
    [return: MarshalAs(UnmanagedType.Bool)]
    public static partial bool AddFile(FontConfiguration configuration, string file);
}
