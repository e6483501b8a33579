namespace DaNangDxIndex.Editions.Preparation;

/// <summary>Marks the texts of the pages on which an edition is prepared.</summary>
public sealed class PreparationTexts;
