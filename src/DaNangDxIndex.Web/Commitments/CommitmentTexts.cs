namespace DaNangDxIndex.Commitments;

public sealed class CommitmentTexts;
