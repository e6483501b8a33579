namespace DaNangDxIndex.Agencies;

/// <summary>
/// Who is assessed. Identity is the code, never the name: the same name may stand for a district, an old ward and a new one.
/// Merged and split agencies are new agencies; <see cref="Successors"/> leads from the old to the new.
/// </summary>
public sealed class Agency(string code, string group, bool assessed, string? parent, DateOnly? validFrom, DateOnly? validTo, string? gsoCode, bool verified)
{
    public string Code { get; private set; } = code;

    /// <summary>Code of the group it is ranked in: "departments", "central", "districts", "wards".</summary>
    public string Group { get; private set; } = group;

    /// <summary>False for an agency that exists but is never assessed (an island district).</summary>
    public bool Assessed { get; private set; } = assessed;

    public Bilingual Name { get; private set; } = new("", "");

    /// <summary>Code of the agency it stands under (a ward's district), or null.</summary>
    public string? Parent { get; private set; } = parent;

    /// <summary>First day in force, inclusive; null when it has existed longer than the records.</summary>
    public DateOnly? ValidFrom { get; private set; } = validFrom;

    /// <summary>Last day in force, inclusive; null while it exists.</summary>
    public DateOnly? ValidTo { get; private set; } = validTo;

    public IReadOnlyList<string> Successors { get; private set; } = [];

    /// <summary>Code of the General Statistics Office, where known.</summary>
    public string? GsoCode { get; private set; } = gsoCode;

    /// <summary>False when the entry comes from general knowledge and waits for the tenant's own list.</summary>
    public bool Verified { get; private set; } = verified;

    public Agency Named(Bilingual name, IReadOnlyList<string> successors)
    {
        Name = name;
        Successors = successors;
        return this;
    }

    /// <summary>Both ends of the validity are inclusive.</summary>
    public bool InForceOn(DateOnly day) => (ValidFrom is null || ValidFrom <= day) && (ValidTo is null || day <= ValidTo);
}
