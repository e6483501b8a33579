using System.Text.Json;
using System.Text.RegularExpressions;
using DaNangDxIndex.Accounts;
using Npgsql;

namespace DaNangDxIndex.Tenancy;

/// <summary>A tenant to be added, by the database's owner. A slug that is there already stays as it is.</summary>
public sealed partial record NewTenant(string Slug, Bilingual Name, string Kind)
{
    /// <summary>Why the slug cannot stand in an address, in a sentence for the person at the terminal; null where it can.</summary>
    public static Bilingual? Fault(string slug) => !SlugForm().IsMatch(slug)
        ? new($"“{slug}” không dùng được trong địa chỉ: dùng 3 đến 40 chữ thường a đến z, chữ số và dấu gạch nối, ví dụ lao-cai.",
            $"“{slug}” cannot stand in an address: use 3 to 40 lower-case letters a to z, digits and hyphens, such as lao-cai.")
        : TenantFromPath.WithoutTenant.Append("verify").Contains(slug, StringComparer.Ordinal)
            ? new($"“{slug}” là địa chỉ của chính chương trình: chọn tên khác.",
                $"“{slug}” is an address of the program itself: choose another slug.")
            : null;

    public async Task<Tenant> AddAsync(NpgsqlDataSource owner, CancellationToken ct)
    {
        await using var command = owner.CreateCommand("""
            INSERT INTO tenant (slug, name_vi, name_en, kind) VALUES ($1, $2, $3, $4)
            ON CONFLICT (slug) DO UPDATE SET slug = excluded.slug RETURNING id, name_vi, name_en, kind
            """);
        foreach (var value in new[] { Slug, Name.Vi, Name.En, Kind })
            command.Parameters.Add(new() { Value = value });
        await using var row = await command.ExecuteReaderAsync(ct);
        await row.ReadAsync(ct);
        return new(row.GetGuid(0), Slug, new(row.GetString(1), row.GetString(2)), row.GetString(3));
    }

    /// <summary>For which roles the second step at the sign-in is compulsory from now on. False where there is no such tenant.</summary>
    public static async Task<bool> AskForSecondFactorAsync(
        NpgsqlDataSource owner, string slug, IReadOnlyCollection<string> roles, CancellationToken ct)
    {
        await using var command = owner.CreateCommand("UPDATE tenant SET second_factor = $2 WHERE slug = $1");
        command.Parameters.Add(new() { Value = slug });
        command.Parameters.Add(new() { Value = roles.ToArray() });
        return await command.ExecuteNonQueryAsync(ct) > 0;
    }

    /// <summary>For which acts two people are wanted from now on. False where there is no such tenant.</summary>
    public static async Task<bool> AskForFourEyesAsync(
        NpgsqlDataSource owner, string slug, IEnumerable<FourEyes> matters, CancellationToken ct)
    {
        await using var command = owner.CreateCommand("UPDATE tenant SET four_eyes = $2 WHERE slug = $1");
        command.Parameters.Add(new() { Value = slug });
        command.Parameters.Add(new() { Value = matters.Select(WordOf).ToArray() });
        return await command.ExecuteNonQueryAsync(ct) > 0;
    }

    /// <summary>"publication", "signInProviders": as the database and the command write it.</summary>
    public static string WordOf(FourEyes matter) => JsonNamingPolicy.CamelCase.ConvertName(matter.ToString());

    [GeneratedRegex("^(?=.{3,40}$)[a-z0-9]+(-[a-z0-9]+)*$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SlugForm();
}
