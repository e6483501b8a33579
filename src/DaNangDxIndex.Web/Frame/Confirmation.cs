namespace DaNangDxIndex.Frame;

/// <summary>The panel after an act: what was done and the reference to keep.</summary>
public sealed record Confirmation(string Title, string? ReferenceLabel = null, string? Reference = null);
