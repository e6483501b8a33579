using DaNangDxIndex.Spreadsheets;

namespace DaNangDxIndex.Criteria.Sheets;

/// <summary>The columns of the sheet with one row to a criterion, called as ministries call them in their annexes.</summary>
internal static class CriteriaColumns
{
    public static readonly Bilingual Sheet = new("Tiêu chí", "Criteria");

    public static readonly TableColumn Code = new("code", new("Mã", "Code"), new(
        "Số thứ tự hoặc mã của tiêu chí, ví dụ 1.2. Mỗi mã chỉ dùng một lần.",
        "Number or code of the criterion, such as 1.2. Each is used once."))
    {
        Required = true, Width = 8, Also = ["STT", "TT", "Số TT", "No"],
    };

    public static readonly TableColumn Component = new("component", new("Nhóm tiêu chí", "Component"), new(
        "Mã và tên nhóm, cách nhau bằng dấu hai chấm: “I: Nhận thức số”. Các dòng sau của nhóm chỉ cần ghi mã.",
        "Code and name with a colon: “I: Digital awareness”. Later rows of the component may give the code alone."))
    {
        Required = true, Width = 24,
    };

    public static readonly TableColumn ComponentEn = new("component_en", new("Nhóm tiêu chí tiếng Anh", "Component in English"), new(
        "Bỏ trống nếu dùng tên tiếng Việt.", "Blank: the Vietnamese name is used."))
    {
        Width = 20,
    };

    public static readonly TableColumn Block = new("block", new("Loại điểm", "Block"), new(
        "Điểm chính, Điểm thưởng hoặc Điểm trừ. Bỏ trống là Điểm chính.", "Base, Bonus or Penalty. Blank is Base."));

    public static readonly TableColumn Name = new(
        "name", new("Tiêu chí", "Criterion"), new("Tên tiêu chí.", "Name of the criterion in Vietnamese."))
    {
        Required = true, Width = 40, Also = ["Chỉ số", "Chỉ số thành phần", "Nội dung tiêu chí"],
    };

    public static readonly TableColumn NameEn = new("name_en", new("Tiêu chí tiếng Anh", "Criterion in English"), new(
        "Bỏ trống nếu dùng tên tiếng Việt.", "Blank: the Vietnamese name is used."))
    {
        Width = 30,
    };

    public static readonly TableColumn Figures = new("figures", new("Số liệu", "Figures"), new(
        "Mỗi dòng trong ô là một số liệu: “ho-so: Hồ sơ tiếp nhận”. Số liệu đã có ở trang tính “Số liệu” thì chỉ cần ghi mã.",
        "One figure to a line of the cell: “files: Files received”. A figure that stands on the sheet “Figures” needs only its code."))
    {
        Width = 34,
    };

    public static readonly TableColumn Unit = new("unit", new("Đơn vị tính", "Unit"), new(
        "Mỗi dòng ứng với một số liệu ở ô bên trái. “%” là phần trăm, “có/không” là số liệu có hoặc không.",
        "One line to each figure of the cell before. “%” is a percentage, “yes/no” a yes or no."));

    public static readonly TableColumn Rule = new("rule", new("Cách tính điểm", "Rule"), new(
        "Một trong các dạng: “tuyến tính a / b: từ 0 đến 95%”; “bậc a: 1 = 50%; "
        + "3 = 100%”; “lựa chọn a: co = 100%; khong = 0%”; “tổng: 60% × (…); 40% × (…)”; "
        + "“tốt nhất: (…); (…)”. Bỏ trống nếu chỉ thu thập thông tin.",
        "One of: “linear a / b: from 0 to 95%”; “steps a: 1 = 50%; 3 = 100%”; "
        + "“choice a: yes = 100%; no = 0%”; “sum: 60% × (…); 40% × (…)”; "
        + "“best: (…); (…)”. Blank: for information only."))
    {
        Width = 50, Also = ["Cách xác định và tính điểm", "Phương pháp tính điểm"],
    };

    public static readonly TableColumn Maximum = new("maximum", new("Điểm tối đa", "Maximum points"), new(
        "Số, ví dụ 3 hoặc 2,5.",
        "A number, such as 3 or 2.5."))
    {
        Required = true, Width = 10, Also = ["Thang điểm"],
    };

    public static readonly TableColumn Pillar = new("pillar", new("Trụ cột", "Pillar"), new(
        "Chính quyền số, Kinh tế số, Xã hội số hoặc Nền tảng chung.",
        "Digital government, Digital economy, Digital society or Common foundations."))
    {
        Required = true,
    };

    public static readonly TableColumn NotApplicable = new("not_applicable", new("Khi không áp dụng", "When not applicable"), Policies);

    public static readonly TableColumn NothingDue = new("nothing_due", new("Khi không phát sinh", "When nothing was due"), Policies);

    public static readonly TableColumn Unscored = new("unscored", new("Không chấm điểm", "Not scored"), new(
        "“x” nếu điểm tối đa là 0 mà vẫn có cách tính.", "“x” where the maximum is 0 although there is a rule."));

    public static readonly TableColumn EvidenceRequired = new("evidence_required", new("Bắt buộc kiểm chứng", "Evidence required"), new(
        "“x” nếu phải có tài liệu kiểm chứng.", "“x” where evidence must be given."));

    public static readonly TableColumn VerifyingUnit = new("verifying_unit", new("Đơn vị xác minh", "Verifying unit"), new(
        "Mã cơ quan xác minh.", "Code of the agency that verifies."))
    {
        Also = ["Đơn vị phối hợp xác minh số liệu", "Đơn vị thẩm định"],
    };

    /// <summary>Texts that a criterion may have, each in both languages.</summary>
    public static readonly IReadOnlyList<(string Path, TableColumn Vi, TableColumn En)> Texts =
    [
        ("evidence/text", Text("evidence", "Tài liệu kiểm chứng", "Evidence"), English("evidence", "Tài liệu kiểm chứng", "Evidence")),
        ("guidance", Text("guidance", "Hướng dẫn", "Guidance"), English("guidance", "Hướng dẫn", "Guidance")),
        ("legalBasis", Text("legal_basis", "Căn cứ pháp lý", "Legal basis"), English("legal_basis", "Căn cứ pháp lý", "Legal basis")),
    ];

    public static IReadOnlyList<TableColumn> All { get; } =
    [
        Code, Component, Name, Figures, Unit, Rule, Maximum, Texts[0].Vi, Texts[1].Vi,
        VerifyingUnit, Texts[2].Vi, Pillar, Block, NotApplicable, NothingDue,
        Unscored, EvidenceRequired, ComponentEn, NameEn, .. Texts.Select(text => text.En),
    ];

    private static Bilingual Policies => new(
        "Bỏ trống: theo cách tính chung; hoặc “tính 0 điểm”, “tính điểm tối đa”, “không tính điểm và không tính vào điểm tối đa”.",
        "Blank: as the method says; "
        + "or “earns 0 points”, “earns its maximum”, “counts neither towards the points nor towards the maximum”.");

    private static TableColumn Text(string code, string vi, string en) =>
        new(code, new(vi, en), new($"{vi} (tiếng Việt).", $"{en} in Vietnamese.")) { Width = 36 };

    private static TableColumn English(string code, string vi, string en) => new(
        code + "_en", new($"{vi} tiếng Anh", $"{en} in English"), new(
            "Bỏ trống nếu dùng tiếng Việt.",
            "Blank: the Vietnamese text is used."));
}
