namespace DaNangDxIndex.Trail;

public sealed class TrailTexts;
