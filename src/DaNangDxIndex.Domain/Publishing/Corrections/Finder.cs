namespace DaNangDxIndex.Publishing.Corrections;

/// <summary>Who found what a correction puts right. Published with it.</summary>
public enum Finder
{
    /// <summary>The agency whose result it is, or another one of the group.</summary>
    Agency,
    Office,
    Appraiser,

    /// <summary>An audit or an inspection.</summary>
    Inspection,

    /// <summary>Somebody who recomputed what was published.</summary>
    Public,
}

/// <summary>Finders as pages and documents name them.</summary>
public static class FinderInWords
{
    public static Bilingual InWords(this Finder finder) => finder switch
    {
        Finder.Agency => new("cơ quan được đánh giá", "an agency assessed"),
        Finder.Office => new("cơ quan thường trực", "the standing office"),
        Finder.Appraiser => new("Tổ thẩm định", "the appraisers"),
        Finder.Inspection => new("cơ quan thanh tra, kiểm tra", "an inspection"),
        Finder.Public => new("người đọc dữ liệu công bố", "a reader of the published data"),
    };
}
