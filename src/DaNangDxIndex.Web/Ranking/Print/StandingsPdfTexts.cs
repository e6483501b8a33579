namespace DaNangDxIndex.Ranking;

/// <summary>Marks the texts of the printed ranked table, StandingsPdfTexts.vi.resx and .en.resx.</summary>
public sealed class StandingsPdfTexts;
