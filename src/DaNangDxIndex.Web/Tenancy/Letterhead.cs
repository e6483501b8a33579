using System.Text.Json;

namespace DaNangDxIndex.Tenancy;

/// <summary>What stands at the head of a tenant's documents. The setting "letterhead" of the tenant says it; without one it follows from
/// the name.</summary>
/// <param name="Authority">The body whose document it is: "Ủy ban nhân dân thành phố Đà Nẵng".</param>
/// <param name="Issuer">Who usually signs the results into force: "Chủ tịch Ủy ban nhân dân thành phố Đà Nẵng".</param>
/// <param name="Place">Before the date: "Đà Nẵng".</param>
public sealed record Letterhead(Bilingual Authority, Bilingual Issuer, Bilingual Place)
{
    /// <summary>What stands at the right of every official document, over its place and day.</summary>
    public static Bilingual Country { get; } = new("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "SOCIALIST REPUBLIC OF VIET NAM");

    public static Bilingual Motto { get; } = new("Độc lập - Tự do - Hạnh phúc", "Independence - Freedom - Happiness");

    public static Letterhead Of(Bilingual tenant)
    {
        var inSentence = char.ToLowerInvariant(tenant.Vi[0]) + tenant.Vi[1..];
        return new(
            new($"Ủy ban nhân dân {inSentence}", $"People’s Committee of {tenant.En}"),
            new($"Chủ tịch Ủy ban nhân dân {inSentence}", $"Chairperson of the People’s Committee of {tenant.En}"),
            new(Without(tenant.Vi, "Thành phố ", "Tỉnh "), Without(tenant.En, " City", " Province")));
    }

    /// <param name="setting">The JSON of the setting, or null.</param>
    public static Letterhead Read(string? setting, Bilingual tenant) =>
        setting is null ? Of(tenant) : JsonSerializer.Deserialize<Letterhead>(setting, JsonSerializerOptions.Web) ?? Of(tenant);

    private static string Without(string name, params string[] words) =>
        words.Aggregate(name, (left, word) => left.Replace(word, "", StringComparison.Ordinal));
}
