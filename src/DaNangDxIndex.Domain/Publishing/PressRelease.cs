using DaNangDxIndex.Criteria;
using DaNangDxIndex.Text;

namespace DaNangDxIndex.Publishing;

/// <summary>A sentence for the press and the address, below the tenant and the language, where its figures stand.</summary>
public sealed record PressSentence(Bilingual Text, string Path);

/// <summary>
/// What the press is told of published results, in both languages. Every sentence says only what stands at its address, and where that
/// gives figures it is the address of this version, so that it says the same for ever.
/// </summary>
public static class PressRelease
{
    /// <param name="newest">Number of the version in force; null while none is.</param>
    /// <exception cref="RuleViolation">
    /// <c>press.draft</c>, <c>press.sample</c>, <c>press.withdrawn</c>, <c>press.superseded</c>: what the press is told must be in force
    /// and true.
    /// </exception>
    public static IReadOnlyList<PressSentence> Of(PublishedEdition edition, int? newest, bool withdrawn)
    {
        Require(edition, newest, withdrawn);
        return
        [
            Opening(edition),
            .. edition.Groups.SelectMany(group => new[] { Tiers(edition, group), Leaders(edition, group), Best(edition, group) })
                .OfType<PressSentence>(),
            .. edition.Correction is { } correction
                ? new PressSentence[]
                {
                    new(new(
                        $"Đây là bản điều chỉnh của bản công bố số {correction.Of}: "
                            + $"{correction.Moved.Count} cơ quan, đơn vị có kết quả thay đổi.",
                        $"It corrects publication {correction.Of}: {Agencies(correction.Moved.Count)} moved."),
                        $"editions/{edition.Year}/corrections"),
                }
                : [],
            new(new(
                "Cách tính điểm của từng tiêu chí được công khai.", "How the points of every criterion are computed is public."),
                $"editions/{edition.Year}/methodology"),
        ];
    }

    private static void Require(PublishedEdition edition, int? newest, bool withdrawn)
    {
        if (edition.Illustrative || edition.Groups.Any(group => group.Entrants.Any(entrant => entrant.Illustrative)))
            throw new RuleViolation("press.sample", new(
                "Không soạn thông cáo báo chí khi kết quả có số liệu minh họa: báo chí sẽ đăng số liệu không có thật. "
                + "Thay số liệu minh họa bằng số liệu thật, rồi công bố kèm theo văn bản.",
                "There is no press release while figures are samples: the press would print figures that are not true. "
                + "Replace them with real ones and publish under a document."));
        if (newest is null || edition.Number > newest || edition.Document is null)
            throw new RuleViolation("press.draft", new(
                "Kết quả chưa công bố nên chưa có thông cáo báo chí. Công bố kết quả trước.",
                "The results are not published yet, so there is no press release. Publish them first."));
        if (withdrawn)
            throw new RuleViolation("press.withdrawn", new(
                "Bản công bố này đã thu hồi nên không có thông cáo báo chí.",
                "This publication was withdrawn and has no press release."));
        if (edition.Number < newest)
            throw new RuleViolation("press.superseded", new(
                $"Bản công bố này đã được thay thế. Dùng thông cáo của bản số {newest}.",
                $"This publication was superseded. Use the release of publication {newest}."));
    }

    private static PressSentence Opening(PublishedEdition edition)
    {
        var count = edition.Groups.Sum(group => group.Entrants.Count);
        return new(new(
            $"{edition.Tenant.Authority.Vi} công bố kết quả đánh giá, xếp hạng chuyển đổi số năm {edition.Year} "
                + $"của {count} cơ quan, đơn vị theo {edition.Document?.Citation.Vi}.",
            $"The {edition.Tenant.Authority.En} has announced the {edition.Year} digital transformation results of {Agencies(count)} "
                + $"under {edition.Document?.Citation.En}."),
            $"editions/{edition.Year}?version={edition.Number}");
    }

    private static PressSentence Tiers(PublishedEdition edition, PublishedGroup group)
    {
        var tiers = group.Criteria.Method.Tiers
            .Select(tier => (tier.Name, Count: group.InTier(tier.Code)))
            .Where(tier => tier.Count > 0).ToList();
        var without = group.WithoutTier;
        return new(new(
            $"{group.Name.Vi} có {group.Entrants.Count} cơ quan, đơn vị: "
                + string.Join(", ", tiers.Select(tier => $"{tier.Count} {tier.Name.Vi.ToLowerInvariant()}")
                    .Concat(without > 0 ? [$"{without} không xếp loại"] : [])) + ".",
            $"{group.Name.En}, {Agencies(group.Entrants.Count)}: "
                + string.Join(", ", tiers.Select(tier => $"{tier.Count} {tier.Name.En.ToLowerInvariant()}")
                    .Concat(without > 0 ? [$"{without} without a tier"] : [])) + "."),
            TableOf(edition, group));
    }

    /// <summary>Null where ranks count inside each parent, or more than three share the first.</summary>
    private static PressSentence? Leaders(PublishedEdition edition, PublishedGroup group)
    {
        var leaders = group.Results.Where(result => result.Rank == 1).ToList();
        if (group.Criteria.Method.Within == RankedWithin.Parent || leaders.Count is 0 or > 3)
            return null;
        Bilingual names = new(
            string.Join(", ", leaders.Select(leader => group.NameOf(leader.Agency).Vi)),
            string.Join(", ", leaders.Select(leader => group.NameOf(leader.Agency).En)));
        return new(new(
            $"Dẫn đầu {FirstLetter.Lowered(group.Name.Vi)}: {names.Vi}, {NumberText.Written(leaders[0].Total, "vi")} điểm.",
            $"First of {FirstLetter.Lowered(group.Name.En)}: {names.En}, with {NumberText.Written(leaders[0].Total, "en")} points."),
            leaders is [var one] ? $"editions/{edition.Year}/agencies/{one.Agency}?version={edition.Number}" : TableOf(edition, group));
    }

    /// <summary>The best tier against the year before; null where nothing is compared or nothing changed.</summary>
    private static PressSentence? Best(PublishedEdition edition, PublishedGroup group)
    {
        if (group.Before is not { } before || group.Criteria.Method.Tiers is not [var best, ..]
            || !before.Tiers.TryGetValue(best.Code, out var then))
            return null;
        var now = group.InTier(best.Code);
        return now == then ? null : new(new(
            $"{group.Name.Vi}: số cơ quan, đơn vị xếp loại {best.Name.Vi.ToLowerInvariant()} {(now > then ? "tăng" : "giảm")} "
                + $"từ {then} năm {before.Year} {(now > then ? "lên" : "xuống")} {now}.",
            $"{group.Name.En}: agencies rated {best.Name.En.ToLowerInvariant()} {(now > then ? "rose" : "fell")} "
                + $"from {then} in {before.Year} to {now}."),
            TableOf(edition, group));
    }

    private static string TableOf(PublishedEdition edition, PublishedGroup group) =>
        $"editions/{edition.Year}?group={group.Code}&version={edition.Number}";

    private static string Agencies(int count) => $"{count} {new Counted(count):agency|agencies}";
}
