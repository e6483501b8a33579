namespace DaNangDxIndex.Notices;

public sealed class NoticeTexts;
