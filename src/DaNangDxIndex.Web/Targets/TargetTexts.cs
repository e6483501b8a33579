namespace DaNangDxIndex.Targets;

public sealed class TargetTexts;
