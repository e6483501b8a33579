namespace DaNangDxIndex.Editions;

/// <summary>Editions whose results may be compared with each other; nothing is compared across two series.</summary>
public sealed record Series(string Code, Bilingual Name)
{
    public static Series IctApplication { get; } =
        new("ict-application", new("Chỉ số ứng dụng công nghệ thông tin", "ICT application index"));

    public static Series DigitalTransformation { get; } =
        new("digital-transformation", new("Chỉ số chuyển đổi số", "Digital transformation index"));

    /// <summary>The index of ICT application ended with 2020; that of digital transformation began with 2023.</summary>
    public static Series Of(int year) => year <= 2020 ? IctApplication : DigitalTransformation;
}
