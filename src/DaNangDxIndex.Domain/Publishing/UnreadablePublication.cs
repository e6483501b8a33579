namespace DaNangDxIndex.Publishing;

/// <summary>What a text has that is no publication this program could read, in both languages.</summary>
internal static class UnreadablePublication
{
    public static BundleFault Missing(string name) => new(new($"Thiếu mục “{name}”.", $"\"{name}\" is missing."));

    public static BundleFault Empty(string name) => new(new($"Mục “{name}” không có nội dung.", $"\"{name}\" is null."));

    public static BundleFault NoObject(string name) => new(new(
        $"Mục “{name}” có phần tử không phải là đối tượng JSON.", $"\"{name}\" holds something that is no object."));

    public static BundleFault OtherForm(string form, string first, string last) => new(new(
        $"Dạng của bản công bố là “{form}”; chương trình này đọc từ “{first}” đến “{last}”.",
        $"The format is \"{form}\"; this program reads \"{first}\" to \"{last}\"."));

    /// <param name="cause">Its own sentence is English and names the place.</param>
    public static BundleFault None(Exception? cause = null) => new(new(
        "Đây không phải là bản công bố.", $"This is not a publication{(cause is null ? "." : $": {cause.Message}")}"), cause);
}
