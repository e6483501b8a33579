using DaNangDxIndex.Tenancy;
using DaNangDxIndex.Text;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Agencies;

internal static class AgencyPeriod
{
    /// <summary>"từ 01/07/2025", "đến 30/06/2025"; nothing for one that was always there and still is.</summary>
    public static string InWords(Agency agency, IStringLocalizer<AgenciesTexts> texts) => string.Join(" ", new[]
    {
        agency.ValidFrom is { } from ? texts["From", VietNamTime.Day(from, Addresses.Language)].Value : null,
        agency.ValidTo is { } to ? texts["To", VietNamTime.Day(to, Addresses.Language)].Value : null,
    }.OfType<string>());
}
