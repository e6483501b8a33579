namespace DaNangDxIndex.Editions;

/// <summary>
/// An index over the years: editions of one series may be compared, those of two never. The index of ICT application (to 2020) and that of
/// digital transformation (from 2023) are two, with scales, tiers and documents of their own.
/// </summary>
public sealed class Series(string code)
{
    /// <summary>The index that every tenant has from the beginning.</summary>
    public static Series DigitalTransformation { get; } = new Series("digital-transformation").Named(
        new("Bộ chỉ số chuyển đổi số", "Digital transformation index"),
        new("Kết quả xếp hạng chuyển đổi số", "Digital transformation results"));

    public string Code { get; private set; } = code;

    public Bilingual Name { get; private set; } = new("", "");

    /// <summary>What a ranked table of the series is called, without its year: "Kết quả xếp hạng chuyển đổi số".</summary>
    public Bilingual Results { get; private set; } = new("", "");

    public Series Named(Bilingual name, Bilingual results)
    {
        Name = name;
        Results = results;
        return this;
    }
}
