namespace DaNangDxIndex.Agencies;

/// <summary>Texts of the office's pages about agencies.</summary>
public sealed class AgenciesTexts;
