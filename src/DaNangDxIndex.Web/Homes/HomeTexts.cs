namespace DaNangDxIndex.Homes;

public sealed class HomeTexts;
