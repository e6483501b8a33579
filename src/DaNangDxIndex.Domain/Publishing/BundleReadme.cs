using DaNangDxIndex.Text;

namespace DaNangDxIndex.Publishing;

/// <summary>README.md of a bundle: what it is and how a stranger checks it, in Vietnamese and English.</summary>
internal static class BundleReadme
{
    public static string Of(PublishedEdition edition, string digest)
    {
        var date = VietNamTime.Day(edition.PublishedAt, "vi");
        var (demoVi, demoEn) = edition.Illustrative
            ? ("\nSố liệu có đánh dấu `illustrative` là số liệu minh họa, không phải số liệu thật của cơ quan.\n",
                "\nFigures marked `illustrative` are made for demonstration and are not the agency's own.\n")
            : ("", "");
        var (amendedVi, amendedEn) = (
            Amended(edition, "# Sửa đổi sau khi mở kỳ đánh giá", text => text.Vi),
                Amended(edition, "# Amendments after the assessment opened", text => text.En));
        return $"""
            # {edition.Series.Name.Vi} {edition.Year}: gói dữ liệu để tính lại

            Cơ quan công bố: {edition.Tenant.Authority.Vi}. Bản công bố số {edition.Number}, {edition.Document?.Citation.Vi ?? "bản minh họa"}, công bố ngày {date}.
            Mã băm SHA-256 của `publication.json`, cũng in trên phiếu kết quả: `{digest}`
            {demoVi}
            Tính lại toàn bộ bảng xếp hạng: `dx-verify verify bundle.zip` (in “identical” nếu tất cả số liệu khớp).
            Tính từ các tệp rời: `dx-verify score {CriteriaOptions(edition)} --figures figures.csv --agencies agencies.csv --verdicts verdicts.csv --out results.csv`.
            Giải thích điểm của một cơ quan: `dx-verify explain bundle.zip --agency MÃ`.

            | Tệp | Nội dung |
            |---|---|
            | publication.json | toàn bộ nội dung công bố, dạng chuẩn RFC 8785 |
            | criteria/*.json | bộ chỉ số và quy tắc tính của từng khối |
            | declared.csv | số liệu kê khai, là căn cứ của điểm tự chấm |
            | figures.csv | số liệu đã được xác minh; không có dòng nghĩa là chưa có số liệu |
            | agencies.csv, verdicts.csv | cơ quan được đánh giá; kết quả thẩm định khác với điểm tính theo quy tắc |
            | results.csv | điểm, thứ hạng, xếp loại |
            | datapackage.json | mô tả các tệp và mã băm SHA-256 |
            {amendedVi}
            # {edition.Series.Name.En} {edition.Year}: data for computing it again

            Published by: {edition.Tenant.Authority.En}. Publication {edition.Number}, {edition.Document?.Citation.En ?? "a sample"}, {date}.
            SHA-256 of `publication.json`, also printed on scorecards: `{digest}`
            {demoEn}
            Recompute the whole ranking: `dx-verify verify bundle.zip` (prints "identical" if all figures agree).
            Score the files one by one: the `score` command above. Explain one agency's points: `dx-verify explain bundle.zip --agency CODE --lang en`.

            `publication.json` holds all that was published in canonical form (RFC 8785); `criteria/` the criteria and the method of each group; `declared.csv` the
            figures as declared, from which the self-assessed points follow; `figures.csv` the accepted figures (no row: blank); `verdicts.csv` decisions that differ from the rule; `results.csv` points, ranks and tiers; `datapackage.json` the digests.
            {amendedEn}
            """.ReplaceLineEndings("\n");
    }

    /// <summary>
    /// Nothing where nothing was amended, and in the forms that do not hold it: what was bundled once stays the same bytes.
    /// </summary>
    private static string Amended(PublishedEdition edition, string heading, Func<Bilingual, string> said) =>
        edition.Amendments is not { Count: > 0 } amendments
        ? ""
        : "\n" + heading + "\n\n" + string.Concat(amendments.Select(amendment =>
            $"{amendment.Number}. {said(Head(amendment))}: {amendment.Reason}\n" + string.Concat(amendment.Changes.Select(change =>
                $"    - {said(change)}\n"))));

    private static Bilingual Head(PublishedAmendment amendment)
    {
        var (vi, en) = (VietNamTime.Day(amendment.SignedAt, "vi"), VietNamTime.Day(amendment.SignedAt, "en"));
        return amendment.Document is { } document ? new($"{document.Citation.Vi}, áp dụng {vi}", $"{document.Citation.En}, in force {en}")
            : new(vi, en);
    }

    private static string CriteriaOptions(PublishedEdition edition) =>
        string.Join(' ', edition.Groups.Select(group => $"--criteria criteria/{group.Code}.json"));
}
