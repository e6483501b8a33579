namespace DaNangDxIndex.Frame;

/// <summary>Texts of the frame and of the parts that every page uses.</summary>
public sealed class FrameTexts;
