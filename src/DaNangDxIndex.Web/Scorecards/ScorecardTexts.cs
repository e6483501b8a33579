namespace DaNangDxIndex.Scorecards;

/// <summary>Marks the texts of the printed scorecard, ScorecardTexts.vi.resx and .en.resx.</summary>
public sealed class ScorecardTexts;
