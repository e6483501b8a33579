namespace DaNangDxIndex.Evidence;

/// <summary>What a file is by its content; nothing else is kept.</summary>
public enum FileType
{
    Pdf,
    Png,
    Jpeg,
    Webp,
    Docx,
    Xlsx,
    Pptx,
}

public static class FileTypeNames
{
    public static string Ending(this FileType type) => type switch
    {
        FileType.Pdf => "pdf",
        FileType.Png => "png",
        FileType.Jpeg => "jpg",
        FileType.Webp => "webp",
        FileType.Docx => "docx",
        FileType.Xlsx => "xlsx",
        FileType.Pptx => "pptx",
    };

    public static string MediaType(this FileType type) => type switch
    {
        FileType.Pdf => "application/pdf",
        FileType.Png => "image/png",
        FileType.Jpeg => "image/jpeg",
        FileType.Webp => "image/webp",
        FileType.Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        FileType.Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        FileType.Pptx => "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    };

    public static bool IsPicture(this FileType type) => type is FileType.Png or FileType.Jpeg or FileType.Webp;

    /// <summary>A browser shows it by itself.</summary>
    public static bool IsPreviewed(this FileType type) => type == FileType.Pdf || type.IsPicture();
}
