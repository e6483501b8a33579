using DaNangDxIndex.Assessments;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Scoring;
using DaNangDxIndex.Text;

namespace DaNangDxIndex.Publishing.Corrections;

/// <summary>What a correction changes and moves, one sentence each: for the signatory before, and for everybody after.</summary>
public static class CorrectionInWords
{
    private static readonly Bilingual Blank = new("để trống", "blank");
    private static readonly Bilingual ByTheRule = new("điểm theo cách tính", "points by the rule");
    private static readonly Bilingual NoResult = new("không có kết quả", "no result");

    /// <summary>"Sở Y tế, số liệu “Hồ sơ trực tuyến”: 90 hồ sơ → 85 hồ sơ. Lý do: …".</summary>
    /// <param name="group">The group the agency stands in, before or after the change.</param>
    public static Bilingual Of(PublishedGroup group, ResultChange change)
    {
        var name = group.NameOf(change.Agency);
        var what = change switch
        {
            FigureChange figure => Of(group.Criteria, figure),
            DecisionChange decision => Of(group.Criteria, decision),
            _ => throw new ArgumentOutOfRangeException(nameof(change)),
        };
        return new($"{name.Vi}, {what.Vi}", $"{name.En}, {what.En}");
    }

    /// <summary>"Sở Y tế: 88,10 → 87,35 điểm; thứ hạng 7 → 8; xếp loại Tốt (không đổi)".</summary>
    public static Bilingual Of(Method method, MovedResult moved)
    {
        var (before, after) = (Brief(method, moved.Before), Brief(method, moved.After));
        return new($"{moved.Name.Vi}: {before.Vi} → {after.Vi}", $"{moved.Name.En}: {before.En} → {after.En}");
    }

    private static Bilingual Brief(Method method, BriefResult? result)
    {
        if (result is null)
            return NoResult;
        var tier = method.Tiers.FirstOrDefault(known => known.Code == result.Tier)?.Name;
        return new(
            $"{NumberText.Written(result.Total, "vi")} điểm{(result.Rank is null ? "" : $", hạng {result.Rank}")}"
                + (tier is null ? "" : $", {tier.Vi}"),
            $"{NumberText.Written(result.Total, "en")} points{(result.Rank is null ? "" : $", rank {result.Rank}")}"
                + (tier is null ? "" : $", {tier.En}"));
    }

    private static Bilingual Of(CriteriaSet set, FigureChange change)
    {
        if (set.Figure(change.Figure) is not { } figure)
            return new(change.Figure, change.Figure);
        var (before, after) = (FigureInWords.Value(set, figure, change.Before.Value, Blank),
            FigureInWords.Value(set, figure, change.After.Value, Blank));
        var why = Why(change.After.Reason);
        return new(
            $"số liệu “{figure.Name.Vi}”: {before.Vi} → {after.Vi}.{why.Vi}",
            $"figure “{figure.Name.En}”: {before.En} → {after.En}.{why.En}");
    }

    private static Bilingual Of(CriteriaSet set, DecisionChange change)
    {
        var name = set.Criterion(change.Criterion)?.Name ?? new("", "");
        var (before, after, why) = (Decided(set.Method, change.Before), Decided(set.Method, change.After), Why(change.After?.Reason));
        return new(
            $"tiêu chí {change.Criterion} {name.Vi}: {before.Vi} → {after.Vi}.{why.Vi}",
            $"criterion {change.Criterion} {name.En}: {before.En} → {after.En}.{why.En}");
    }

    private static Bilingual Decided(Method method, PublishedDecision? decision) => decision switch
    {
        null or { Decision: VerdictDecision.Accept } => ByTheRule,
        { Decision: VerdictDecision.NotApplicable } => new("không áp dụng", "not applicable"),
        { Points: { } points } => new($"{Points(method, points, "vi")} điểm", $"{Points(method, points, "en")} points"),
        _ => ByTheRule,
    };

    /// <summary>As a scorecard prints them; a decision may be finer than what is printed.</summary>
    private static string Points(Method method, Fraction points, string language) =>
        method.Round(points) is var printed && printed == points
            ? NumberText.Fixed(printed, method.Decimals, language)
            : NumberText.Plain(points.Round(4), language);

    private static Bilingual Why(ReasonCode? reason)
    {
        if (reason is not { } code)
            return new("", "");
        var words = ReasonInWords.Of(code);
        return new($" Lý do: {words.Vi}.", $" Reason: {words.En}.");
    }
}
