namespace DaNangDxIndex.Amendments;

/// <summary>Marks the texts of this feature's pages.</summary>
public sealed class AmendmentTexts;
