namespace DaNangDxIndex.Criteria;

/// <summary>Kinds and sources of figures as pages, spreadsheets and the difference call them.</summary>
public static class FigureWords
{
    public static Bilingual Kind(FigureKind kind) => kind switch
    {
        FigureKind.Count => new("Số đếm", "Count"),
        FigureKind.Number => new("Số thập phân", "Number"),
        FigureKind.Percent => new("Phần trăm", "Percent"),
        FigureKind.YesNo => new("Có/không", "Yes/no"),
        FigureKind.Choice => new("Lựa chọn", "Choice"),
    };

    public static Bilingual Source(FigureSource source) => source switch
    {
        FigureSource.Agency => new("Cơ quan kê khai", "Declared by the agency"),
        FigureSource.System => new("Hệ thống", "System"),
        FigureSource.Survey => new("Khảo sát", "Survey"),
        FigureSource.Office => new("Cơ quan thường trực", "Standing office"),
    };

    public static Bilingual Block(Block block) => block switch
    {
        Criteria.Block.Base => new("Điểm chính", "Base"),
        Criteria.Block.Bonus => new("Điểm thưởng", "Bonus"),
        Criteria.Block.Penalty => new("Điểm trừ", "Penalty"),
    };
}
