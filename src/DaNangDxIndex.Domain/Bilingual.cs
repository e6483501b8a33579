namespace DaNangDxIndex;

/// <summary>A text in the two languages of the product. Vietnamese is the language of record; English follows it.</summary>
public sealed record Bilingual(string Vi, string En)
{
    /// <summary>The text for a culture name: English for "en" and its regions, Vietnamese for everything else.</summary>
    public string In(string culture) => culture.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? En : Vi;
}
