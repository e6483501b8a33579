namespace DaNangDxIndex.Trail.AfterClose;

/// <summary>Texts of the report on what was changed after a deadline.</summary>
public sealed class AfterCloseTexts;
