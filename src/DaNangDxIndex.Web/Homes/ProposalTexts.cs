namespace DaNangDxIndex.Homes;

/// <summary>Texts of what waits for a second person.</summary>
public sealed class ProposalTexts;
