using DaNangDxIndex.Wordprocessing;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace DaNangDxIndex.Documents;

/// <summary>
/// The product's own templates, in the form of Decree 30/2020/NĐ-CP. What only the office knows is left open with dots: legal bases, who
/// carries it out, who gets it.
/// </summary>
internal static class ProductTemplate
{
    private const string Open = "……………";

    public static byte[] Of(TemplateKind kind) => OfficialDocx.Write("vi", Title(kind), "", [.. Content(kind), OfficialDocx.Section()]);

    private static string Title(TemplateKind kind) => kind switch
    {
        TemplateKind.Decision => "Quyết định về kết quả chuyển đổi số",
        TemplateKind.Notice => "Thông báo về kết quả chuyển đổi số",
        TemplateKind.Submission => "Tờ trình về kết quả chuyển đổi số",
    };

    private static IEnumerable<OpenXmlElement> Content(TemplateKind kind) => kind switch
    {
        TemplateKind.Decision => Decision,
        TemplateKind.Notice => Notice,
        TemplateKind.Submission => Submission,
    };

    private static IEnumerable<OpenXmlElement> Decision =>
    [
        Head("{{co_quan_hoa}}", "Số: {{so_ky_hieu}}", "{{dia_danh}}, {{ngay_ban_hanh}}"), Mark,
        Centred("QUYẾT ĐỊNH"),
        Centred("{{trich_yeu}}"), DocxLine.Rule, DocxLine.Empty,
        Centred("{{nguoi_ban_hanh_hoa}}"),
        Basis($"Căn cứ Luật Tổ chức chính quyền địa phương {Open};"),
        Basis($"Căn cứ Quyết định số {Open} ban hành Bộ chỉ số đánh giá, xếp hạng chuyển đổi số;"),
        Basis($"Theo đề nghị của {Open} tại Tờ trình số {Open} ngày {Open}."), DocxLine.Empty,
        Centred("QUYẾT ĐỊNH:"),
        Text("Điều 1. {{trich_yeu}}, gồm {{so_co_quan}} cơ quan, đơn vị theo các phụ lục:"),
        Text("{{danh_muc_phu_luc}}"), Text("{{dieu_chinh}}"),
        Text("Điều 2. Kết quả được công khai, đối chiếu tại địa chỉ:"), Address,
        Text("Điều 3. Quyết định này có hiệu lực kể từ ngày ký."), Text("{{thay_the}}"),
        Text($"Điều 4. Chánh Văn phòng, {Open} và Thủ trưởng các cơ quan, đơn vị có tên tại Điều 1 chịu trách nhiệm thi hành "
            + "Quyết định này./."),
        DocxLine.Empty, Signature("Như Điều 4;", "CHỦ TỊCH"),
    ];

    private static IEnumerable<OpenXmlElement> Notice =>
    [
        Head("{{co_quan_hoa}}", "Số: {{so_ky_hieu}}", "{{dia_danh}}, {{ngay_ban_hanh}}"), Mark,
        Centred("THÔNG BÁO"),
        Centred("{{trich_yeu}}"), DocxLine.Rule, DocxLine.Empty,
        Text($"Căn cứ Quyết định số {Open} ban hành Bộ chỉ số đánh giá, xếp hạng chuyển đổi số, {{{{co_quan}}}} thông báo kết quả năm "
            + "{{nam}} của {{so_co_quan}} cơ quan, đơn vị như sau:"),
        Text("1. Kết quả chung"), Text("{{ket_qua_cac_khoi}}"), Text("{{khong_xep_hang}}"),
        Text("2. Cơ quan, đơn vị dẫn đầu"), Text("{{dan_dau_cac_khoi}}"),
        Text("3. Kết quả chi tiết"), Text("{{danh_muc_phu_luc}}"), Text("{{thay_the}}"), Text("{{dieu_chinh}}"),
        Text("Kết quả được công khai, đối chiếu tại địa chỉ:"), Address,
        Text("{{co_quan}} thông báo để các cơ quan, đơn vị biết, thực hiện./."),
        DocxLine.Empty, Signature("Các cơ quan, đơn vị được đánh giá;", "TM. {{co_quan_hoa}}\nCHỦ TỊCH"),
    ];

    private static IEnumerable<OpenXmlElement> Submission =>
    [
        Head(Open, $"Số:        /TTr-{Open}", "{{dia_danh}}, ngày      tháng      năm 20    "), Mark,
        Centred("TỜ TRÌNH"),
        Centred("{{trich_yeu}}"), DocxLine.Rule, DocxLine.Empty,
        new DocxLine("Kính gửi: {{nguoi_ban_hanh}}") { Centred = true }.Paragraph, DocxLine.Empty,
        Text($"Căn cứ Quyết định số {Open} ban hành Bộ chỉ số đánh giá, xếp hạng chuyển đổi số; trên cơ sở kết quả thẩm định, {Open} "
            + "tổng hợp kết quả năm {{nam}} của {{so_co_quan}} cơ quan, đơn vị như sau:"),
        Text("{{ket_qua_cac_khoi}}"), Text("{{khong_xep_hang}}"),
        Text("Cơ quan, đơn vị dẫn đầu:"), Text("{{dan_dau_cac_khoi}}"), Text("{{thay_the}}"), Text("{{dieu_chinh}}"),
        Text("Kính trình {{nguoi_ban_hanh}} xem xét, ký ban hành {{van_ban}} về kết quả nêu trên, kèm theo:"), Text("{{danh_muc_phu_luc}}"),
        Text($"{Open} kính trình./."),
        DocxLine.Empty, Signature("Như trên;", "THỦ TRƯỞNG CƠ QUAN"),
    ];

    private static Table Head(string issuer, string number, string placeAndDate) => DocxTable.Letterhead(
        [new DocxLine(issuer) { Bold = true, Centred = true, Size = 24 }.Paragraph],
        new(number) { Centred = true }, placeAndDate, "vi");

    /// <summary>A paragraph of its own, so that it goes away once the document is in force.</summary>
    private static Paragraph Mark => new DocxLine("{{du_thao}}") { Bold = true, Size = 24 }.Paragraph;

    /// <summary>Not set evenly: an address has no spaces to part.</summary>
    private static Paragraph Address => new DocxLine("{{dia_chi}}") { Italic = true }.Paragraph;

    private static Table Signature(string first, string title) => DocxTable.Borderless(
    [
        [
            new DocxLine("Nơi nhận:") { Bold = true, Italic = true, Size = 24 }.Paragraph,
            .. new[] { first, $"{Open};", $"Lưu: VT, {Open}." }.Select(line => new DocxLine("- " + line) { Size = 22 }.Paragraph),
        ],
        [new DocxLine(title) { Bold = true, Centred = true }.Paragraph, .. Enumerable.Range(0, 4).Select(_ => DocxLine.Empty)],
    ]);

    private static Paragraph Centred(string text) =>
        new DocxLine(text) { Bold = true, Centred = true, Size = 28, WithNext = true }.Paragraph;

    private static Paragraph Basis(string text) => new DocxLine(text) { Italic = true, Running = true, Size = 28 }.Paragraph;

    private static Paragraph Text(string text) => new DocxLine(text) { Running = true, Size = 28 }.Paragraph;
}
