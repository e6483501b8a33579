namespace DaNangDxIndex.Audit;

public sealed class AuditTexts;
