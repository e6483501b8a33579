namespace DaNangDxIndex.Editions;

/// <summary>A tier of an imported edition, named as it was printed; its bounds are not known.</summary>
public sealed class ImportedTier(int year, string code, int position)
{
    public int Year { get; private set; } = year;

    public string Code { get; private set; } = code;

    /// <summary>1 is the best.</summary>
    public int Position { get; private set; } = position;

    public Bilingual Name { get; private set; } = new("", "");

    public ImportedTier Named(Bilingual name)
    {
        Name = name;
        return this;
    }
}
