namespace DaNangDxIndex.Story;

public sealed class StoryTexts;
