namespace DaNangDxIndex.Tenancy;

/// <summary>Texts of the domain in the language of this request.</summary>
public static class ReadersLanguage
{
    public static string ForReader(this Bilingual text) => text.In(Addresses.Language);
}
