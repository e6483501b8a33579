namespace DaNangDxIndex.OpenData;

/// <summary>Texts of the page of the open data.</summary>
public sealed class OpenDataTexts;
