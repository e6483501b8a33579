namespace DaNangDxIndex.Typesetting;

/// <summary>The fonts that the front-end build copies, found from the tests' own folder upwards.</summary>
internal static class Fonts
{
    public static string Folder { get; } = Find();

    public static Typefaces Tinos { get; } = new(Folder);

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "DaNangDxIndex.sln")))
            folder = folder.Parent;
        return Path.Combine(folder?.FullName ?? ".", "src", "DaNangDxIndex.Web", "wwwroot", "assets", "fonts", "tinos");
    }
}
