namespace DaNangDxIndex.Accounts;

/// <summary>The roles as every page, file and answer names them.</summary>
public static class RoleInWords
{
    public static Bilingual InWords(this Role role) => role switch
    {
        Role.Assessor => new("Cán bộ nhập số liệu", "Assessor"),
        Role.Approver => new("Lãnh đạo duyệt", "Approver"),
        Role.Appraiser => new("Người thẩm định", "Appraiser"),
        Role.LeadAppraiser => new("Tổ trưởng Tổ thẩm định", "Lead appraiser"),
        Role.Office => new("Cơ quan thường trực", "Standing office"),
        Role.Signatory => new("Ban Chỉ đạo (lãnh đạo ký công bố)", "Steering committee (signatory)"),
        Role.AgencyAdministrator => new("Quản trị tài khoản của cơ quan", "Agency's administrator"),
        Role.Administrator => new("Quản trị hệ thống", "Administrator"),
        Role.Auditor => new("Giám sát", "Auditor"),
    };
}
