namespace DaNangDxIndex.Publishing;

/// <summary>What the head of a printed table or card says of its document, on PDF and in a document to go on writing in.</summary>
internal static class HeadWords
{
    /// <summary>"(Kèm theo Quyết định số 684/QĐ-UBND ngày 05 tháng 3 năm 2027 của …)"; a draft leaves number and day open.</summary>
    public static string UnderTitle(PrintWords words, PublishedEdition edition, bool draft) => edition switch
    {
        { Document: { } document } =>
            words["IssuedWith", words[document.Kind], document.Number, words.LongDate(document.Date), words[document.Issuer]],
        { Illustrative: false } when draft => words["IssuedWithDraft", words[edition.Tenant.Authority]],
        _ => words["SampleSentence"],
    };

    /// <summary>Null on what is in force.</summary>
    public static string? Mark(PrintWords words, PublishedEdition edition, bool draft) =>
        draft ? words["Draft"] : edition.Document is null ? words["Sample"] : null;

    /// <summary>At the foot of every page.</summary>
    public static string Foot(PrintWords words, PublishedEdition edition, bool draft) =>
        draft ? words["Draft"] : words[edition.Document is null ? "Foot.Sample" : "Foot.Version", edition.Number];
}
