using System.Globalization;
using System.Resources;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Publishing;
using DaNangDxIndex.Publishing.Corrections;
using DaNangDxIndex.Tenancy;
using DaNangDxIndex.Text;

namespace DaNangDxIndex.Documents;

/// <summary>A field that a template may hold, and what it is filled with. Documents of an office are in Vietnamese.</summary>
/// <param name="Name">Between two pairs of braces in the template.</param>
/// <param name="Of">Its lines; a paragraph each where the field stands alone.</param>
internal sealed record TemplateField(string Name, Bilingual Meaning, Func<TemplateField.Filled, IEnumerable<string>> Of)
{
    /// <summary>What a document is filled from.</summary>
    /// <param name="Page">Where everybody reads the results.</param>
    internal sealed record Filled(DocumentedVersion Version, TemplateKind Kind, Letterhead Letterhead, Uri Page)
    {
        public PublishedEdition Edition => Version.Edition;

        public PublishedDocument? Document => Edition.Document;
    }

    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi");
    private static readonly PrintWords Words = new(new ResourceManager(typeof(PrintTexts)), "vi", decimals: 2);

    public static IReadOnlyList<TemplateField> All { get; } =
    [
        new("du_thao", new(
            "DỰ THẢO khi chưa công bố; BẢN MINH HỌA, ĐÃ THU HỒI, ĐÃ ĐƯỢC THAY THẾ nếu có; bỏ trống khi văn bản có hiệu lực",
            "DỰ THẢO (draft) until published; also sample, withdrawn, superseded; nothing once it is in force"),
            from => from.Version.Marks is { Count: > 0 } marks ? [string.Join(" - ", marks.Select(mark => mark.Vi))] : []),
        new("trich_yeu", new(
            "Trích yếu nội dung theo loại văn bản: “Công bố kết quả …”; bản điều chỉnh: “Điều chỉnh kết quả … đã công bố tại …”",
            "What the document is about, by its kind: announces results, or adjusts those announced by an earlier document"),
            from => [AboutOf(from)]),
        new("nam", new("Năm được đánh giá", "The year assessed"), from => [$"{from.Edition.Year}"]),
        new("so_ky_hieu", new(
            "Số, ký hiệu của văn bản; để trống số khi dự thảo", "Number and sign of the document; the number is open in a draft"),
            from => [from.Document?.Number ?? $"        /{Sign(from.Kind)}"]),
        new("ngay_ban_hanh", new("“ngày 05 tháng 3 năm 2027”; để trống khi dự thảo", "The day of issue in words; open in a draft"),
            from => [from.Document is { } document ? Words.LongDate(document.Date) : "ngày      tháng      năm 20    "]),
        new("co_quan", new("Cơ quan ban hành, viết thường", "The issuing body, as in a sentence"), from => [from.Letterhead.Authority.Vi]),
        new("co_quan_hoa", new("Cơ quan ban hành, viết hoa", "The issuing body in capitals"),
            from => [from.Letterhead.Authority.Vi.ToUpper(Vietnamese)]),
        new("nguoi_ban_hanh", new("Người ban hành, viết thường", "Who issues it, as in a sentence"), from => [IssuerOf(from)]),
        new("nguoi_ban_hanh_hoa", new("Người ban hành, viết hoa", "Who issues it, in capitals"),
            from => [IssuerOf(from).ToUpper(Vietnamese)]),
        new("dia_danh", new("Địa danh trước ngày ban hành", "The place before the day"), from => [from.Letterhead.Place.Vi]),
        new("van_ban", new(
            "Loại, số, ngày của văn bản công bố; “văn bản” khi chưa có", "Kind, number and day of the announcing document"),
            from => [from.Document?.Citation.Vi ?? "văn bản"]),
        new("so_co_quan", new("Số cơ quan, đơn vị được đánh giá", "How many agencies are assessed"),
            from => [Count(from.Edition.Groups.Sum(group => group.Entrants.Count))]),
        new("danh_muc_phu_luc", new(
            "Mỗi phụ lục một dòng: số, tên khối, số cơ quan", "A line to each annex: number, group, count of agencies"),
            from => from.Edition.Groups.Select(group => AnnexLine(from, group))),
        new("ket_qua_cac_khoi", new("Mỗi khối một dòng: số cơ quan theo từng mức xếp loại", "A line to each group: agencies in each tier"),
            from => from.Edition.Groups.Select(TiersOf)),
        new("dan_dau_cac_khoi", new("Mỗi khối một dòng: cơ quan đứng đầu và điểm", "A line to each group: who leads, with points"),
            from => from.Edition.Groups.Select(LeadersOf).OfType<string>()),
        new("khong_xep_hang", new(
            "Mỗi khối một dòng: cơ quan không xếp hạng, không nộp hồ sơ; có thể không có dòng nào",
            "A line to each group: agencies not ranked or not submitted; may have no line"),
            from => from.Edition.Groups.Select(NotRankedOf).OfType<string>()),
        new("dieu_chinh", new(
            "Bản điều chỉnh: nguyên nhân và từng cơ quan có kết quả thay đổi; không có dòng nào nếu không phải điều chỉnh",
            "A correction: its cause and every agency it moves; no line where nothing is corrected"),
            from => CorrectionOf(from.Edition)),
        new("thay_the", new(
            "Bản điều chỉnh: câu nêu văn bản có kết quả được thay thế; không có dòng nào nếu không phải điều chỉnh",
            "A correction: a sentence on the document whose results are replaced; no line where nothing is corrected"),
            from => from.Edition.Correction is null ? []
                : [$"Kết quả tại các phụ lục thay thế kết quả đã công bố tại {AnnouncedBefore(from)}."]),
        new("ban_cong_bo", new("Số của bản công bố", "Number of the publication"), from => [$"{from.Edition.Number}"]),
        new("dia_chi", new("Địa chỉ trang kết quả", "Address of the results"), from => [from.Page.AbsoluteUri]),
        new("ma_bam", new("Mã băm SHA-256 của bản công bố; bỏ trống khi dự thảo", "SHA-256 of the publication; nothing in a draft"),
            from => from.Version.Draft ? [] : [from.Version.Version.Digest]),
    ];

    /// <summary>Without these a document of the kind would not say what it is for, or that it is a draft.</summary>
    public static IReadOnlyList<string> Required(TemplateKind kind) => kind == TemplateKind.Submission
        ? ["du_thao", "nam", "ket_qua_cac_khoi"]
        : ["du_thao", "nam", "so_ky_hieu", "ngay_ban_hanh", "danh_muc_phu_luc"];

    /// <summary>The field, and what says the same with more words: the year stands in what the document is about.</summary>
    public static IReadOnlyList<string> InPlaceOf(string required) => required == "nam" ? ["nam", "trich_yeu"] : [required];

    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Fill(Filled from) => All.ToDictionary(
        field => field.Name, field => (IReadOnlyList<string>)[.. field.Of(from)], StringComparer.Ordinal);

    private static string AboutOf(Filled from)
    {
        var results = $"kết quả đánh giá, xếp hạng chuyển đổi số của các cơ quan, địa phương năm {from.Edition.Year}";
        var about = (from.Kind, from.Edition.Correction) switch
        {
            (_, not null) => $"điều chỉnh {results} đã công bố tại {AnnouncedBefore(from)}",
            (TemplateKind.Notice, null) => results,
            (_, null) => $"công bố {results}",
        };
        return from.Kind == TemplateKind.Submission ? $"Về việc {about}" : char.ToUpper(about[0], Vietnamese) + about[1..];
    }

    /// <summary>What was announced under no document is named by its number.</summary>
    private static string AnnouncedBefore(Filled from) =>
        from.Version.Corrected?.Citation.Vi ?? $"bản công bố số {from.Edition.Correction?.Of}";

    private static string Sign(TemplateKind kind) => kind == TemplateKind.Notice ? "TB-UBND" : "QĐ-UBND";

    private static string IssuerOf(Filled from) => from.Document?.Issuer.Vi ?? from.Letterhead.Issuer.Vi;

    /// <summary>Counts under ten are written with a zero before them.</summary>
    private static string Count(int count) => count.ToString("D2", CultureInfo.InvariantCulture);

    private static string AnnexLine(Filled from, PublishedGroup group)
    {
        var annex = Annex.OfTable(from.Edition, group, from.Version.Draft);
        return $"{(annex is null ? "-" : $"Phụ lục {annex}.")} Kết quả xếp hạng {group.Name.Vi}: "
            + $"{Count(group.Entrants.Count)} cơ quan, đơn vị.";
    }

    private static string TiersOf(PublishedGroup group)
    {
        var tiers = group.Criteria.Method.Tiers
            .Select(tier => (tier.Name.Vi, Count: group.InTier(tier.Code)))
            .Where(tier => tier.Count > 0).Select(tier => $"{Count(tier.Count)} {tier.Vi.ToLower(Vietnamese)}");
        var without = group.WithoutTier;
        return $"{group.Name.Vi}: {Count(group.Entrants.Count)} cơ quan, đơn vị; {string.Join(", ", tiers)}"
            + (without > 0 ? $", {Count(without)} không xếp loại." : ".");
    }

    private static string? LeadersOf(PublishedGroup group)
    {
        var leaders = group.Results.Where(result => result.Rank == 1).ToList();
        return leaders.Count == 0 ? null : $"{group.Name.Vi}: " + string.Join(", ", leaders.Select(leader =>
            $"{group.NameOf(leader.Agency).Vi} ({NumberText.Written(leader.Total, "vi")} điểm)")) + ".";
    }

    private static string? NotRankedOf(PublishedGroup group)
    {
        var unranked = group.Results.Where(result => result.Rank is null).Select(result => group.NameOf(result.Agency).Vi)
            .Concat(group.LeftOut.OrderBy(entrant => entrant.Name.Vi, VietnameseOrder.Names)
                .Select(entrant => $"{entrant.Name.Vi} (không nộp hồ sơ)")).ToList();
        return unranked.Count == 0 ? null : $"{group.Name.Vi}, không xếp hạng: {string.Join("; ", unranked)}.";
    }

    private static IEnumerable<string> CorrectionOf(PublishedEdition edition) => edition.Correction is not { } correction ? [] :
    [
        $"Điều chỉnh bản công bố số {correction.Of}. Nguyên nhân: {correction.Cause.TrimEnd('.')}.",
        .. correction.Moved.Select(moved =>
            $"- {CorrectionInWords.Of(edition.Groups.First(group => group.Code == moved.Group).Criteria.Method, moved).Vi}."),
    ];
}
