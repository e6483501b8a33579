using DaNangDxIndex.Accounts;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Publishing.Findings;

namespace DaNangDxIndex.Publishing;

/// <summary>When results may be frozen and signed.</summary>
public static class PublicationRules
{
    /// <exception cref="RuleViolation"><c>publication.not-signatory</c>, <c>publication.meanwhile</c></exception>
    public static void RequireSignatory(Edition edition, Actor actor)
    {
        if (!actor.Is(Role.Signatory))
            throw new RuleViolation("publication.not-signatory", new(
                "Chỉ Ban Chỉ đạo được công bố kết quả.", "Only the steering committee can publish results."));
        if (edition.Stage == EditionStage.Published)
            throw PublishedMeanwhile();
    }

    /// <summary>A sample has no document; everything else has one.</summary>
    /// <exception cref="RuleViolation"><c>publication.demo-only</c>, <c>publication.document-missing</c></exception>
    public static void RequireDocument(Edition edition, bool given)
    {
        if (edition.Illustrative && given)
            throw new RuleViolation("publication.demo-only", new(
                "Số liệu của kỳ này là minh họa nên không được gắn với văn bản thật. Công bố dưới dạng bản minh họa.",
                "These are sample figures and must not carry a real document. Publish them as a sample."));
        if (!edition.Illustrative && !given)
            throw new RuleViolation("publication.document-missing", new(
                "Kết quả thật chỉ được công bố kèm theo văn bản. Nhập loại, số, ngày và cơ quan ban hành văn bản.",
                "Real results are published with a document only. Enter its kind, number, date and issuer."));
    }

    /// <summary>What is signed is what was on screen.</summary>
    /// <exception cref="ChangedMeanwhile"><c>publication.changed</c></exception>
    public static void RequireSeen(string seen, EditionFindings found)
    {
        if (!string.Equals(seen, found.Digest, StringComparison.Ordinal))
            throw new ChangedMeanwhile("publication.changed", new(
                "Kết quả đã thay đổi sau khi mở trang. Kiểm tra lại bảng xếp hạng và các nội dung cần lưu ý rồi công bố.",
                "The results have changed since you opened this page. Check the ranking and the findings again, then publish."));
    }

    /// <summary>Nothing blocks, and everything else that was found has been acknowledged about these very results.</summary>
    /// <exception cref="RuleViolation"><c>publication.blocked</c>, <c>publication.not-acknowledged</c></exception>
    public static void RequireAcknowledged(EditionFindings found, IReadOnlyCollection<FindingKind> acknowledged)
    {
        if (NotReady(found, acknowledged) is { } refusal)
            throw refusal;
    }

    /// <summary>Why these results cannot be signed by whoever has acknowledged that much; null where they can.</summary>
    public static RuleViolation? NotReady(EditionFindings found, IReadOnlyCollection<FindingKind> acknowledged)
    {
        if (found.Blocking.Count > 0)
            return new RuleViolation("publication.blocked", new(
                $"Chưa công bố được, cần xử lý trước: {Titles(found.Blocking).Vi}.",
                $"This must be settled before publishing: {Titles(found.Blocking).En}."));
        List<Finding> open = [.. found.ToAcknowledge.Where(finding => !acknowledged.Contains(finding.Kind))];
        return open.Count == 0 ? null : new RuleViolation("publication.not-acknowledged", new(
            $"Xem và xác nhận từng nội dung cần lưu ý trước khi công bố: {Titles(open).Vi}.",
            $"Read and acknowledge each finding before publishing: {Titles(open).En}."));
    }

    /// <summary>What another signatory is asked to confirm.</summary>
    /// <param name="digest">Of the results and findings that were on screen.</param>
    public static Bilingual Proposed(int year, PublishedDocument? document, string digest) => new(
        $"Công bố kết quả năm {year}, {Under(document).Vi}, mã băm của kết quả {digest}.",
        $"Publish the results of {year}, {Under(document).En}, digest of the results {digest}.");

    /// <summary>"theo Quyết định số 684/QĐ-UBND ngày 05/03/2027".</summary>
    internal static Bilingual Under(PublishedDocument? document) => document is null
        ? new("dưới dạng bản minh họa", "as a sample")
        : new($"theo {document.Citation.Vi}", $"under {document.Citation.En}");

    private static Bilingual Titles(IEnumerable<Finding> findings) => new(
        string.Join("; ", findings.Select(finding => finding.Kind.Title().Vi)),
        string.Join("; ", findings.Select(finding => finding.Kind.Title().En)));

    public static ChangedMeanwhile PublishedMeanwhile() => new("publication.meanwhile", new(
        "Kết quả này đã được công bố.", "These results have been published already."));
}
