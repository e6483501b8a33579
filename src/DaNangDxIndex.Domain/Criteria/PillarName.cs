namespace DaNangDxIndex.Criteria;

/// <summary>The pillars as the national programme names them, by the code that publications carry.</summary>
public static class PillarName
{
    public static Bilingual Of(string code) => code switch
    {
        "government" => new("Chính quyền số", "Digital government"),
        "economy" => new("Kinh tế số", "Digital economy"),
        "society" => new("Xã hội số", "Digital society"),
        "foundation" => new("Nền tảng chung", "Common foundations"),
        _ => new(code, code),
    };
}
