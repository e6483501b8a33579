using DaNangDxIndex.Agencies;
using DaNangDxIndex.Database;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Accounts;

/// <summary>
/// The rule "nobody acts on their own agency" compares codes, so a code that no agency bears would free its bearer from it.
/// </summary>
internal static class AgencyOfAccount
{
    /// <exception cref="RuleViolation"><c>account.agency-unknown</c></exception>
    public static async Task MustBeThereAsync(DxIndexDb db, string? agency, CancellationToken ct)
    {
        if (agency is null || await db.Set<Agency>().AnyAsync(known => known.Code == agency, ct))
            return;
        throw new RuleViolation(
            "account.agency-unknown",
            new("Không có cơ quan này. Chọn trong danh sách.", "There is no such agency. Choose one from the list."));
    }
}
