namespace DaNangDxIndex.Editions;

/// <summary>A group of agencies in one edition, ranked together under one criteria file.</summary>
public sealed class EditionGroup(int year, string code, int position, string? criteriaFile)
{
    public int Year { get; private set; } = year;

    public string Code { get; private set; } = code;

    /// <summary>Order of the tabs on the public page, from 1.</summary>
    public int Position { get; private set; } = position;

    public Bilingual Name { get; private set; } = new("", "");

    /// <summary>The criteria file as JSON (docs/criteria-file.md); null in imported editions, whose rules are not known.</summary>
    public string? CriteriaFile { get; private set; } = criteriaFile;

    public EditionGroup Named(Bilingual name)
    {
        Name = name;
        return this;
    }
}
