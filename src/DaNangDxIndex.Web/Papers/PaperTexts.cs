namespace DaNangDxIndex.Papers;

/// <summary>Texts of the self-assessment report, of the minutes, and of their pages.</summary>
public sealed class PaperTexts;
