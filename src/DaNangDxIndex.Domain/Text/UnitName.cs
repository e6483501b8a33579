namespace DaNangDxIndex.Text;

/// <summary>
/// Units of figures beside their number. Criteria files write English units in the plural; one of them stands in the singular.
/// </summary>
public static class UnitName
{
    /// <summary>"1 incident", "3 incidents", "1 item of feedback"; Vietnamese has one form.</summary>
    public static string For(Fraction number, Bilingual unit, string language) =>
        language == "en" && number == Fraction.One ? One(unit.En) : unit.In(language);

    /// <summary>The singular of an English plural: "meetings" is "meeting", "queries" is "query", "people" is "person".</summary>
    public static string One(string plural)
    {
        var of = plural.IndexOf(" of ", StringComparison.Ordinal);
        return of > 0 ? Word(plural[..of]) + plural[of..] : Word(plural);
    }

    private static string Word(string plural)
    {
        if (plural.EndsWith("people", StringComparison.Ordinal))
            return plural[..^6] + "person";
        if (plural.EndsWith("ies", StringComparison.Ordinal))
            return plural[..^3] + "y";
        return plural.EndsWith('s') && !plural.EndsWith("ss", StringComparison.Ordinal) ? plural[..^1] : plural;
    }
}
