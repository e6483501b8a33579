namespace DaNangDxIndex.Criteria;

/// <summary>The values a figure may take: what the file says, or what its kind says where the file is silent.</summary>
public static class FigureBounds
{
    /// <summary>Inclusive; null where there is none.</summary>
    public static decimal? Least(Figure figure) => figure.Kind switch
    {
        FigureKind.Count or FigureKind.Percent => figure.Least ?? 0,
        FigureKind.YesNo => 0,
        FigureKind.Number or FigureKind.Choice => figure.Least,
    };

    /// <summary>Inclusive; null where there is none.</summary>
    public static decimal? Most(Figure figure) => figure.Kind switch
    {
        FigureKind.Percent => figure.Most ?? 100,
        FigureKind.YesNo => 1,
        FigureKind.Count or FigureKind.Number or FigureKind.Choice => figure.Most,
    };

    /// <summary>Why this number cannot be a value of the figure (whole, not below zero, within its bounds), or null.</summary>
    public static Bilingual? Refusal(Figure figure, decimal number)
    {
        if (figure.Kind == FigureKind.Choice)
            return new Bilingual("Chọn một phương án.", "Choose an option.");
        if (figure.Kind == FigureKind.YesNo && number is not (0 or 1))
            return new Bilingual("Trả lời có hoặc không.", "Answer yes or no.");
        if (figure.Kind == FigureKind.Count && number != decimal.Truncate(number))
            return new Bilingual(
                "Đây là số đếm: nhập số nguyên, không có phần thập phân.", "This is a count: enter a whole number without decimals.");
        var (least, most) = (Least(figure), Most(figure));
        if (number < least)
            return Outside(least.Value, "nhỏ nhất", "The lowest value");
        return number > most ? Outside(most.Value, "lớn nhất", "The highest value") : null;
    }

    private static Bilingual Outside(decimal bound, string vi, string en) =>
        new($"Giá trị {vi} là {TypedNumber.Write(bound, "vi")}.", $"{en} is {TypedNumber.Write(bound, "en")}.");
}
