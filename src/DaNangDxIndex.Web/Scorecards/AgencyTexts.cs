namespace DaNangDxIndex.Scorecards;

/// <summary>Marks the texts of the public page of an agency and of the page that verifies a printed scorecard.</summary>
public sealed class AgencyTexts;
