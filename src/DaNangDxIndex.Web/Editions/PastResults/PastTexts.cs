namespace DaNangDxIndex.Editions.PastResults;

/// <summary>Texts of the pages that import results of earlier years.</summary>
public sealed class PastTexts;
