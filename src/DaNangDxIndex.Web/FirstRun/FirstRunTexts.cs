namespace DaNangDxIndex.FirstRun;

/// <summary>Marks the texts of this feature's pages.</summary>
public sealed class FirstRunTexts;
