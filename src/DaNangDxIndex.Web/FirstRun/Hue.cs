namespace DaNangDxIndex.FirstRun;

/// <summary>
/// Colours that a tenant may give its pages: tested together, light and dark, so that no choice makes a text hard to read.
/// </summary>
public sealed record Hue(string Code, Bilingual Name)
{
    /// <summary>The first is the product's own.</summary>
    public static IReadOnlyList<Hue> All { get; } =
    [
        new("river", new("Xanh ngọc", "Teal")),
        new("sea", new("Xanh dương", "Blue")),
        new("forest", new("Xanh lá", "Green")),
        new("wine", new("Đỏ đậm", "Dark red")),
        new("plum", new("Tím", "Purple")),
        new("clay", new("Nâu", "Brown")),
    ];
}
