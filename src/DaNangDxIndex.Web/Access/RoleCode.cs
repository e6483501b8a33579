using System.Text.Json;
using DaNangDxIndex.Accounts;

namespace DaNangDxIndex.Access;

/// <summary>A role as the database, the cookie and the API write it: LeadAppraiser is "leadAppraiser".</summary>
public static class RoleCode
{
    public static string Code(this Role role) => JsonNamingPolicy.CamelCase.ConvertName(role.ToString());

    public static Role? Parse(string code) =>
        Enum.GetValues<Role>().Cast<Role?>().FirstOrDefault(role => role is { } known && known.Code() == code);
}
