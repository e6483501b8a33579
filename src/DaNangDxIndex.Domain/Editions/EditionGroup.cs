using System.Security.Cryptography;
using System.Text;

namespace DaNangDxIndex.Editions;

/// <summary>A group of agencies in one edition, ranked together under one criteria file.</summary>
public sealed class EditionGroup(int year, string code, int position, string? criteriaFile)
{
    /// <summary>Tabs beyond this nobody finds again.</summary>
    public const int Most = 12;

    public int Year { get; private set; } = year;

    public string Code { get; private set; } = code;

    /// <summary>Order of the tabs on the public page, from 1.</summary>
    public int Position { get; private set; } = position;

    public Bilingual Name { get; private set; } = new("", "");

    /// <summary>The criteria file as JSON (docs/criteria-file.md); null in imported editions, whose rules are not known.</summary>
    public string? CriteriaFile { get; private set; } = criteriaFile;

    /// <summary>Code of the kind of agencies the group is made of: the group's own code, until a reform makes them another kind.</summary>
    public string Population { get; private set; } = code;

    /// <summary>Those agencies in words ("56 phường, xã cũ").</summary>
    public Bilingual Members { get; private set; } = new("", "");

    /// <summary>Tells one text of the criteria from another: what was on screen is what is changed. Empty while there is none.</summary>
    public string CriteriaMark => CriteriaFile is { } file ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(file))) : "";

    /// <summary>In preparation, or by an amendment; the database lets nothing else pass.</summary>
    public void Use(string criteria) => CriteriaFile = criteria;

    public EditionGroup Of(string population, Bilingual members)
    {
        Population = population;
        Members = members;
        return this;
    }

    public EditionGroup Named(Bilingual name)
    {
        Name = name;
        if (Members.Vi.Length == 0)
            Members = name;
        return this;
    }
}
