namespace DaNangDxIndex.Evidence;

public sealed class EvidenceTexts;
