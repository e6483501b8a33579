namespace DaNangDxIndex.Criteria;

/// <summary>Texts of the criteria editor.</summary>
public sealed class CriteriaTexts;
