namespace DaNangDxIndex.Agencies;

/// <summary>Kind, group and parent of an agency, on a form.</summary>
/// <param name="Prefix">Of the fields' names: "Input.New[0]".</param>
public sealed record PlaceFields(string Prefix, AgencyKind Kind, string? Group, string? Parent);
