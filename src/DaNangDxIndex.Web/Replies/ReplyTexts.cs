namespace DaNangDxIndex.Replies;

public sealed class ReplyTexts;
