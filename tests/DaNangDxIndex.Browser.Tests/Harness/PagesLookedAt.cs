namespace DaNangDxIndex.Harness;

/// <summary>Every kind of page, and who is before it.</summary>
internal static class PagesLookedAt
{
    public static readonly string[] Public =
    [
        "/", "/editions/2024?group=departments", "/editions/2024?group=wards&q=hoa&tier=1", "/editions/2023?group=wards", "/editions/2025",
        "/editions/2024/agencies/q-hoa-vang",
        "/editions/2024/agencies/dai-ptth", "/editions/2024/methodology?group=wards", "/accounts/sign-in", "/tour",
        "/api", "/verify", "/design",
    ];

    public static readonly (string Who, string[] Pages)[] SignedIn =
    [
        ("assessor", ["/work", "/assessments/2025/w25-hai-chau", "/assessments/2025/w25-hai-chau/components/online-services",
            "/assessments/2025/w25-hai-chau/components/awareness", "/assessments/2025/w25-hai-chau/check", "/accounts/password"]),
        ("approver", ["/work", "/assessments/2025/w25-hai-chau/check"]),
        ("appraiser", ["/work", "/appraisal/2025", "/appraisal/2024/q-hoa-vang", "/appraisal/2024/q-hoa-vang/round",
            "/appraisal/2024/groups/districts/criteria/1.1", "/appraisal/2024?by=criterion"]),
        ("office", ["/work", "/editions/2025/progress", "/editions/2025/progress/w25-hai-chau",
            "/editions/2025/figures", "/editions/2025/preview", "/editions/2025/findings"]),
        ("signatory", ["/work", "/editions/2025/findings", "/editions/2025/publish"]),
        ("administrator", ["/accounts", "/accounts/edit"]),
        ("auditor", ["/audit"]),
    ];
}
