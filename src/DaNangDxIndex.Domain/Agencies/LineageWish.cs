namespace DaNangDxIndex.Agencies;

/// <summary>What somebody asks to be recorded: an act with its document, and what it makes of the agencies.</summary>
public sealed record LineageWish(LineageActKind Kind, DateOnly Day, string Document, DateOnly DocumentDate)
{
    /// <summary>Codes of the agencies that it happens to.</summary>
    public IReadOnlyList<string> From { get; init; } = [];

    /// <summary>Agencies that it makes: of a founding one, of a merger the new one, of a split all.</summary>
    public IReadOnlyList<NewAgency> New { get; init; } = [];

    /// <summary>Of a merger, the agency that is there and takes the others in; null where a new one is made.</summary>
    public string? Heir { get; init; }

    /// <summary>Of a split: the agency itself goes on beside the new ones.</summary>
    public bool Continues { get; init; }

    /// <summary>Of a renaming.</summary>
    public Bilingual? Name { get; init; }

    /// <summary>Of a move.</summary>
    public AgencyPlace? Place { get; init; }
}

/// <summary>What kind of agency it is, the group it is ranked in, and the agency it stands under.</summary>
public sealed record AgencyPlace(AgencyKind Kind, string Group, string? Parent);

public sealed record NewAgency(string Code, Bilingual Name, AgencyPlace Place, string? GsoCode = null, bool Assessed = true);
