namespace DaNangDxIndex.Publishing;

/// <summary>Kinds of official documents (Decree 30/2020/NĐ-CP) that announce results.</summary>
public enum DocumentKind
{
    Decision,
    Notice,
    OfficialLetter,
    Report,
}

/// <summary>The names of <see cref="DocumentKind"/>, as they are printed.</summary>
public static class DocumentKindName
{
    public static Bilingual Name(this DocumentKind kind) => kind switch
    {
        DocumentKind.Decision => new("Quyết định", "Decision"),
        DocumentKind.Notice => new("Thông báo", "Notice"),
        DocumentKind.OfficialLetter => new("Công văn", "Official letter"),
        DocumentKind.Report => new("Báo cáo", "Report"),
    };
}
