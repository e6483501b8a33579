namespace DaNangDxIndex.Editions;

/// <summary>A newspaper, notice or site that printed a result or a figure.</summary>
public sealed class Source(string code, string? address)
{
    public string Code { get; private set; } = code;

    public Bilingual Name { get; private set; } = new("", "");

    /// <summary>Where it can be read; null where only the paper is known.</summary>
    public string? Address { get; private set; } = address;

    public Source Named(Bilingual name)
    {
        Name = name;
        return this;
    }
}
