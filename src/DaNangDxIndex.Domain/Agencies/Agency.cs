namespace DaNangDxIndex.Agencies;

/// <summary>
/// Who is assessed. Identity is the code, never the name: the same name may stand for a district, an old ward and a new one.
/// Merged and split agencies are new agencies; <see cref="Successors"/> leads from the old to the new.
/// </summary>
public sealed class Agency(
    string code, string group, bool assessed, string? parent, DateOnly? validFrom, DateOnly? validTo, string? gsoCode, bool verified)
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

    public AgencyKind Kind { get; private set; }

    /// <summary>Whom the office calls, where it is known.</summary>
    public string? ContactName { get; private set; }

    public string? ContactPhone { get; private set; }

    public string? ContactEmail { get; private set; }

    public int Version { get; private set; }

    /// <summary>One that begins on a day, as an act or the office's own list enters it.</summary>
    public static Agency Entered(NewAgency entered, DateOnly? from) =>
        new(entered.Code, entered.Place.Group, entered.Assessed, entered.Place.Parent, from, validTo: null, entered.GsoCode, verified: true)
        {
            Name = entered.Name,
            Kind = entered.Place.Kind,
        };

    /// <summary>Its last day, and what it became; none where nothing took its place.</summary>
    public void End(DateOnly last, IReadOnlyList<string> successors)
    {
        (ValidTo, Successors) = (last, successors);
        Version++;
    }

    public void Rename(Bilingual name)
    {
        Name = name;
        Version++;
    }

    public void Move(AgencyPlace place)
    {
        (Kind, Group, Parent) = (place.Kind, place.Group, place.Parent);
        Version++;
    }

    /// <summary>What is no part of its lineage: whom to call, codes of others, and the English name, which no decision gives.</summary>
    public void Describe(string nameEn, string? gsoCode, AgencyContact contact)
    {
        (Name, GsoCode) = (Name with { En = nameEn }, gsoCode);
        (ContactName, ContactPhone, ContactEmail) = (contact.Name, contact.Phone, contact.Email);
        Version++;
    }

    /// <summary>Corrects an entry that nothing rests on yet.</summary>
    public void Correct(Bilingual name, AgencyPlace place, DateOnly? from, bool assessed)
    {
        (Name, ValidFrom, Assessed) = (name, from, assessed);
        Move(place);
    }

    /// <summary>Known from somewhere, and of a kind.</summary>
    public Agency Of(AgencyKind kind)
    {
        Kind = kind;
        return this;
    }

    public AgencyContact Contact => new(ContactName, ContactPhone, ContactEmail);

    public AgencyPlace Place => new(Kind, Group, Parent);

    public Agency Named(Bilingual name, IReadOnlyList<string> successors)
    {
        Name = name;
        Successors = successors;
        return this;
    }

    /// <summary>Both ends of the validity are inclusive.</summary>
    public bool InForceOn(DateOnly day) => (ValidFrom is null || ValidFrom <= day) && (ValidTo is null || day <= ValidTo);
}

/// <summary>Whom the office calls: each part where it is known.</summary>
public sealed record AgencyContact(string? Name, string? Phone, string? Email);
