namespace DaNangDxIndex.Laboratory;

/// <summary>Texts of the rule laboratory and of the difference between two sets.</summary>
public sealed class LaboratoryTexts;
