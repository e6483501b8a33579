using DaNangDxIndex.Accounts;
using DaNangDxIndex.Editions;

namespace DaNangDxIndex.Publishing;

/// <summary>When results may be frozen and signed.</summary>
public static class PublicationRules
{
    /// <exception cref="RuleViolation"><c>publication.not-signatory</c>, <c>publication.meanwhile</c>, <c>publication.demo-only</c></exception>
    public static void Require(Edition edition, Actor actor, string? decisionNumber)
    {
        if (!actor.Is(Role.Signatory))
            throw new RuleViolation("publication.not-signatory", new("Chỉ ban chỉ đạo công bố kết quả.", "Only the steering committee publishes results."));
        if (edition.Stage == EditionStage.Published)
            throw PublishedMeanwhile();
        if (edition.Illustrative && decisionNumber is not null)
            throw new RuleViolation("publication.demo-only", new(
                "Số liệu của kỳ này là minh họa nên không được gắn với một quyết định thật. Hãy công bố ở dạng minh họa.",
                "The figures of this edition are illustrative and must not carry a real decision. Publish it as a demonstration."));
    }

    /// <summary>What is signed is what was on screen.</summary>
    /// <exception cref="RuleViolation"><c>publication.changed</c></exception>
    public static void RequireSeen(string seen, IReadOnlyList<PublishedGroup> groups)
    {
        if (!string.Equals(seen, PublishedEditionJson.DigestOf(groups), StringComparison.Ordinal))
            throw new RuleViolation("publication.changed", new(
                "Kết quả đã thay đổi sau khi bạn xem. Hãy xem lại bảng xếp hạng rồi công bố.",
                "The results have changed since you saw them. Look at the table again, then publish."));
    }

    public static RuleViolation PublishedMeanwhile() => new("publication.meanwhile", new(
        "Kết quả này đã được công bố rồi.", "These results have been published already."));
}
