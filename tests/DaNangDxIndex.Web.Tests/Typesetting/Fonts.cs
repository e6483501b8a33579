using DaNangDxIndex.Harness;

namespace DaNangDxIndex.Typesetting;

/// <summary>The fonts that the front-end build copies.</summary>
internal static class Fonts
{
    public static string Folder { get; } = Path.Combine(Repository.Root, "src", "DaNangDxIndex.Web", "wwwroot", "assets", "fonts", "tinos");

    public static Typefaces Tinos { get; } = new(Folder);
}
