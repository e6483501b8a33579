namespace DaNangDxIndex.Agencies;

/// <summary>
/// What an agency is, whichever group it is ranked in: criteria may not apply to a kind (units without administrative procedures).
/// </summary>
public enum AgencyKind
{
    Other,
    Department,
    Central,
    District,
    Ward,
    Commune,
    SpecialZone,
    ServiceUnit,
}

public static class AgencyKindInWords
{
    public static Bilingual InWords(this AgencyKind kind) => kind switch
    {
        AgencyKind.Other => new("Khác", "Other"),
        AgencyKind.Department => new("Sở, ban, ngành", "Department"),
        AgencyKind.Central => new("Cơ quan Trung ương trên địa bàn", "Central agency"),
        AgencyKind.District => new("Quận, huyện", "District"),
        AgencyKind.Ward => new("Phường", "Ward"),
        AgencyKind.Commune => new("Xã", "Commune"),
        AgencyKind.SpecialZone => new("Đặc khu", "Special zone"),
        AgencyKind.ServiceUnit => new("Đơn vị sự nghiệp", "Public service unit"),
    };
}
