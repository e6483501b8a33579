namespace DaNangDxIndex.Criteria.Notation;

/// <summary>The fixed words of the notation. Where both languages could mean something they mean the same.</summary>
internal static class NotationWords
{
    public static Bilingual Linear { get; } = new("tuyến tính", "linear");

    public static Bilingual Steps { get; } = new("bậc", "steps");

    public static Bilingual Choice { get; } = new("lựa chọn", "choice");

    public static Bilingual Sum { get; } = new("tổng", "sum");

    public static Bilingual Best { get; } = new("tốt nhất", "best");

    public static Bilingual From { get; } = new("từ", "from");

    public static Bilingual To { get; } = new("đến", "to");

    public static Bilingual AtMost { get; } = new("tối đa", "at most");

    public static Bilingual Highest { get; } = new("cao nhất", "highest");

    public static Bilingual Lowest { get; } = new("thấp nhất", "lowest");
}
