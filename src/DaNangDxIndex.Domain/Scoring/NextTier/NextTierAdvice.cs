using DaNangDxIndex.Criteria;
using DaNangDxIndex.Text;

namespace DaNangDxIndex.Scoring;

/// <summary>What an agency could do to reach the tier above its own.</summary>
public sealed record NextTierAdvice
{
    /// <summary>The scorecard by the rules the advice is for, before any change.</summary>
    public required Scorecard Now { get; init; }

    /// <summary>The tier above the present one; null for an agency in the highest.</summary>
    public required Tier? Next { get; init; }

    /// <summary>
    /// At most three, fewest figures first, then the least relative change. Each reaches the tier by itself, and none holds another.
    /// </summary>
    public required IReadOnlyList<Suggestion> Suggestions { get; init; }

    /// <summary>The bound of the search was reached: there may be suggestions that were not tried.</summary>
    public required bool GaveUp { get; init; }

    /// <summary>Even with every figure that can move at its best the tier is not reached.</summary>
    public required bool OutOfReach { get; init; }

    /// <summary>What the search came to, in one sentence.</summary>
    public Bilingual Sentence
    {
        get
        {
            if (Next is null)
                return new("Đã đạt loại cao nhất.", "Already in the highest tier.");
            if (OutOfReach)
                return new($"Chưa thể đạt loại {Next.Name.Vi} nếu chỉ cải thiện các số liệu do cơ quan kê khai.",
                    $"{Next.Name.En} cannot be reached by improving the agency’s own figures alone.");
            if (Suggestions.Count > 0)
                return new($"Phương án gần nhất để đạt loại {Next.Name.Vi}:", $"The nearest ways to reach {Next.Name.En}:");
            return GaveUp
                ? new(
                    $"Chưa tìm thấy phương án đạt loại {Next.Name.Vi} trong giới hạn tìm kiếm.",
                    $"No way to reach {Next.Name.En} was found within the limit of the search.")
                : new($"Để đạt loại {Next.Name.Vi} cần thay đổi hơn ba số liệu.",
                    $"More than three figures would have to change to reach {Next.Name.En}.");
        }
    }
}

/// <summary>One set of changes that reaches the next tier.</summary>
/// <param name="RelativeChange">
/// The sum over its figures of change / larger of before and after; a choice, a yes and a blank that is declared count 1.
/// </param>
/// <param name="After">The scorecard when the advice is followed.</param>
public sealed record Suggestion(IReadOnlyList<FigureChange> Changes, Fraction RelativeChange, Scorecard After)
{
    public Bilingual Sentence => new(
        $"{string.Join("; ", Changes.Select(change => change.Sentence.Vi))} → "
            + $"{NumberText.With(NumberText.Fixed(After.Total, After.Total.Scale, "vi"), "điểm")}, {After.Tier?.Name.Vi}",
        $"{string.Join("; ", Changes.Select(change => change.Sentence.En))} → "
            + $"{NumberText.With(NumberText.Fixed(After.Total, After.Total.Scale, "en"), "points")}, {After.Tier?.Name.En}");
}

/// <summary>One figure to change.</summary>
/// <param name="From">Null where the figure is blank.</param>
/// <param name="Whole">What the figure is a part of, where a ratio says so ("in 1,297").</param>
public sealed record FigureChange(Figure Figure, FigureValue? From, FigureValue To, Fraction? Whole)
{
    /// <summary>"Hồ sơ trực tuyến: tăng thêm 23 hồ sơ, từ 1.210 lên 1.233 trên tổng số 1.297".</summary>
    public Bilingual Sentence => new($"{Figure.Name.Vi}: {Vi}", $"{Figure.Name.En}: {En}");

    private string Vi => (Figure.Kind, From) switch
    {
        (FigureKind.Choice, null) => $"chọn “{Option(To).Vi}” (đang để trống)",
        (FigureKind.Choice, { } from) => $"từ “{Option(from).Vi}” thành “{Option(To).Vi}”",
        (FigureKind.YesNo, _) => To.Number == 0 ? "từ có thành không" : "từ không thành có",
        (_, null) => $"nhập {Number(To.Number, "vi")}{Within("vi")} (đang để trống)",
        (_, { } from) when To.Number > from.Number =>
            $"tăng thêm {Number(To.Number - from.Number, "vi")}, từ {Plain(from.Number, "vi")} lên {Plain(To.Number, "vi")}{Within("vi")}",
        (_, { } from) =>
            $"giảm {Number(from.Number - To.Number, "vi")}, từ {Plain(from.Number, "vi")} xuống {Plain(To.Number, "vi")}{Within("vi")}",
    };

    private string En => (Figure.Kind, From) switch
    {
        (FigureKind.Choice, null) => $"choose \"{Option(To).En}\" (blank now)",
        (FigureKind.Choice, { } from) => $"from \"{Option(from).En}\" to \"{Option(To).En}\"",
        (FigureKind.YesNo, _) => To.Number == 0 ? "from yes to no" : "from no to yes",
        (_, null) => $"enter {Number(To.Number, "en")}{Within("en")} (blank now)",
        (_, { } from) when To.Number > from.Number =>
            $"{Number(To.Number - from.Number, "en")} more, from {Plain(from.Number, "en")} to {Plain(To.Number, "en")}{Within("en")}",
        (_, { } from) =>
            $"{Number(from.Number - To.Number, "en")} fewer, from {Plain(from.Number, "en")} to {Plain(To.Number, "en")}{Within("en")}",
    };

    private Bilingual Option(FigureValue value) => Figure.Options.First(option => option.Code == value.Option).Name;

    private string Within(string language) =>
        Whole is not { } whole ? "" : (language == "vi" ? " trên tổng số " : " of ") + NumberText.Plain(whole, language);

    private string Number(decimal number, string language)
    {
        if (Figure.Kind == FigureKind.Percent)
            return Plain(number, language) + (language == "vi" ? " điểm phần trăm" : " percentage points");
        return Figure.Unit is { } unit
            ? NumberText.With(Plain(number, language), UnitName.For(number, unit, language))
            : Plain(number, language);
    }

    private static string Plain(decimal number, string language) => NumberText.Plain(number, language);
}
