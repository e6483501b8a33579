namespace DaNangDxIndex.Editions;

/// <summary>Marks the texts of this feature's pages.</summary>
public sealed class EditionTexts;
