using DaNangDxIndex.Publications;
using DaNangDxIndex.Publishing;
using DaNangDxIndex.Publishing.Corrections;

namespace DaNangDxIndex.Documents;

/// <summary>The version that documents are made of: one that was published, or the next one as it would be published now.</summary>
/// <param name="Newest">Number of the version in force; null while none is published.</param>
/// <param name="Withdrawal">Null unless it was withdrawn.</param>
public sealed record DocumentedVersion(PublishedVersion Version, int? Newest, Withdrawal? Withdrawal)
{
    /// <summary>Nothing of it is published yet.</summary>
    public bool Draft => Newest is null || Edition.Number > Newest;

    public bool Superseded => Edition.Number < Newest;

    /// <summary>The document that announced what this version corrects; null where it corrects nothing.</summary>
    public PublishedDocument? Corrected { get; init; }

    /// <summary>Assessments whose result can still change; 0 for what is published.</summary>
    public int NotFinal { get; init; }

    public PublishedEdition Edition => Version.Edition;

    /// <summary>What stands across its documents where they are not simply in force: "DỰ THẢO"; empty where they are.</summary>
    public IReadOnlyList<Bilingual> Marks =>
    [
        .. Draft ? new Bilingual[] { new("DỰ THẢO", "DRAFT") } : [],
        .. Edition.Illustrative ? new Bilingual[] { new("BẢN MINH HỌA", "SAMPLE") } : [],
        .. Withdrawal is not null ? new Bilingual[] { new("ĐÃ THU HỒI", "WITHDRAWN") } : [],
        .. Superseded
            ? new Bilingual[] { new($"ĐÃ ĐƯỢC THAY THẾ BỞI BẢN CÔNG BỐ SỐ {Newest}", $"SUPERSEDED BY PUBLICATION {Newest}") }
            : [],
    ];
}
