namespace DaNangDxIndex.Ranking;

/// <summary>Marks the texts of the public pages with ranked tables and of the methodology.</summary>
public sealed class RankingTexts;
