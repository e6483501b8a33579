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
        if (Refusal(edition, newest, withdrawn) is { } refused)
            throw refused;
        return
        [
            Opening(edition),
            .. edition.Groups.SelectMany(group => new[] { Tiers(edition, group), Leaders(edition, group), Best(edition, group) })
                .OfType<PressSentence>(),
            .. edition.Correction is { } correction
                ? new PressSentence[]
                {
                    new(new(
                        $"Kết quả này thay thế kết quả tại bản công bố số {correction.Of}; "
                            + $"{correction.Moved.Count} cơ quan, đơn vị có kết quả thay đổi.",
                        $"These results replace those of publication {correction.Of}; "
                            + $"the results of {Agencies(correction.Moved.Count)} have changed."),
                        $"editions/{edition.Year}/corrections"),
                }
                : [],
            new(new(
                $"Bộ chỉ số và cách tính điểm của từng tiêu chí năm {edition.Year} được công khai.",
                $"The criteria of {edition.Year} and how each of them is scored are public."),
                $"editions/{edition.Year}/methodology"),
        ];
    }

    /// <summary>Why the press is told nothing; null where it may be.</summary>
    public static RuleViolation? Refusal(PublishedEdition edition, int? newest, bool withdrawn)
    {
        if (edition.Illustrative || edition.Groups.Any(group => group.Entrants.Any(entrant => entrant.Illustrative)))
            return new RuleViolation("press.sample", new(
                "Không soạn thông cáo báo chí khi kết quả có số liệu minh họa: báo chí sẽ đăng số liệu không có thật. "
                + "Thay số liệu minh họa bằng số liệu thật, rồi công bố kèm theo văn bản.",
                "There is no press release while figures are samples: the press would print figures that are not true. "
                + "Replace them with real ones and publish under a document."));
        if (newest is null || edition.Number > newest || edition.Document is null)
            return new RuleViolation("press.draft", new(
                "Kết quả chưa công bố nên chưa có thông cáo báo chí. Công bố kết quả trước.",
                "The results are not published yet, so there is no press release. Publish them first."));
        if (withdrawn)
            return new RuleViolation("press.withdrawn", new(
                "Bản công bố này đã thu hồi nên không có thông cáo báo chí.",
                "This publication was withdrawn and has no press release."));
        if (edition.Number < newest)
            return new RuleViolation("press.superseded", new(
                $"Bản công bố này đã được thay thế. Dùng thông cáo của bản số {newest}.",
                $"This publication was superseded. Use the release of publication {newest}."));
        return null;
    }

    private static PressSentence Opening(PublishedEdition edition)
    {
        var corrected = edition.Correction is not null;
        var count = edition.Groups.Sum(group => group.Entrants.Count);
        return new(new(
            $"{edition.Tenant.Authority.Vi} {(corrected ? "điều chỉnh" : "công bố")} "
                + $"kết quả đánh giá, xếp hạng chuyển đổi số năm {edition.Year} của {count} cơ quan, đơn vị "
                + $"theo {edition.Document?.Citation.Vi}.",
            $"The {edition.Tenant.Authority.En} has {(corrected ? "corrected" : "announced")} "
                + $"the results of the {edition.Year} digital transformation assessment of {Agencies(count)} "
                + $"under {edition.Document?.Citation.En}."),
            $"editions/{edition.Year}?version={edition.Number}");
    }

    private static PressSentence Tiers(PublishedEdition edition, PublishedGroup group)
    {
        var tiers = group.Criteria.Method.Tiers
            .Select(tier => (tier.Name, Count: group.InTier(tier.Code)))
            .Where(tier => tier.Count > 0).ToList();
        var absent = group.LeftOut.Count();
        var without = group.WithoutTier - absent;
        return new(new(
            $"{group.Name.Vi} có {group.Entrants.Count} cơ quan, đơn vị: "
                + string.Join(", ", tiers.Select(tier => $"{tier.Count} xếp loại {tier.Name.Vi.ToLowerInvariant()}")
                    .Concat(without > 0 ? [$"{without} không xếp loại"] : [])
                    .Concat(absent > 0 ? [$"{absent} không nộp hồ sơ"] : [])) + ".",
            $"{group.Name.En}: of {Agencies(group.Entrants.Count)}, "
                + Listed([
                    .. tiers.Select(tier => $"{tier.Count} {Was(tier.Count)} rated {tier.Name.En.ToLowerInvariant()}"),
                    .. without > 0 ? [$"{without} {Was(without)} not rated"] : Array.Empty<string>(),
                    .. absent > 0 ? [$"{absent} did not submit"] : Array.Empty<string>(),
                ], "and") + "."),
            TableOf(edition, group));
    }

    /// <summary>Null where ranks count inside each parent, or more than three share the first.</summary>
    private static PressSentence? Leaders(PublishedEdition edition, PublishedGroup group)
    {
        var leaders = group.Results.Where(result => result.Rank == 1).ToList();
        if (group.Criteria.Method.Within == RankedWithin.Parent || leaders.Count is 0 or > 3)
            return null;
        Bilingual names = new(
            Listed([.. leaders.Select(leader => group.NameOf(leader.Agency).Vi)], "và"),
            Listed([.. leaders.Select(leader => $"the {group.NameOf(leader.Agency).En}")], "and"));
        var together = leaders.Count > 1;
        return new(new(
            $"{names.Vi} {(together ? "cùng " : "")}dẫn đầu {FirstLetter.Lowered(group.Name.Vi)} "
                + $"với {NumberText.Written(leaders[0].Total, "vi")} điểm.",
            $"{group.Name.En}: {names.En} ranked {(together ? "joint " : "")}first "
                + $"with {NumberText.Written(leaders[0].Total, "en")} points."),
            leaders is [var leader]
                ? $"editions/{edition.Year}/agencies/{leader.Agency}?version={edition.Number}"
                : TableOf(edition, group));
    }

    /// <summary>The best tier against the year before; null where nothing is compared or nothing changed.</summary>
    private static PressSentence? Best(PublishedEdition edition, PublishedGroup group)
    {
        if (group.Before is not { } before || group.Criteria.Method.Tiers is not [var best, ..]
            || !before.Tiers.TryGetValue(best.Code, out var then))
            return null;
        var now = group.InTier(best.Code);
        return now == then ? null : new(new(
            $"{group.Name.Vi}: năm {edition.Year} có {now} cơ quan, đơn vị xếp loại {best.Name.Vi.ToLowerInvariant()}, "
                + $"{(now > then ? "tăng" : "giảm")} so với {then} cơ quan, đơn vị năm {before.Year}.",
            $"{group.Name.En}: {Agencies(now)} {Was(now)} rated {best.Name.En.ToLowerInvariant()} in {edition.Year}, "
                + $"{(now > then ? "up" : "down")} from {then} in {before.Year}."),
            TableOf(edition, group));
    }

    private static string TableOf(PublishedEdition edition, PublishedGroup group) =>
        $"editions/{edition.Year}?group={group.Code}&version={edition.Number}";

    /// <summary>"một, hai và ba"</summary>
    private static string Listed(IReadOnlyList<string> parts, string and) => parts.Count < 2
        ? string.Concat(parts)
        : $"{string.Join(", ", parts.SkipLast(1))} {and} {parts[^1]}";

    private static string Was(int count) => count == 1 ? "was" : "were";

    private static string Agencies(int count) => $"{count} {new Counted(count):agency|agencies}";
}
