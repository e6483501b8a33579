using System.Globalization;

namespace DaNangDxIndex.Accounts.Providers;

/// <summary>What the form of a provider holds, as typed.</summary>
public sealed class ProviderForm
{
    public string? Issuer { get; set; }

    public string? ClientId { get; set; }

    /// <summary>Never shown again; empty keeps the one that is there.</summary>
    public string? Secret { get; set; }

    public string? NameVi { get; set; }

    public string? NameEn { get; set; }

    public string? Place { get; set; }

    public bool Active { get; set; }

    public string? SecondFactor { get; set; }

    public int Version { get; set; }

    internal static ProviderForm Of(Provider provider) => new()
    {
        Issuer = provider.Issuer,
        ClientId = provider.ClientId,
        NameVi = provider.Name.Vi,
        NameEn = provider.Name.En,
        Place = provider.Place.ToString(CultureInfo.InvariantCulture),
        Active = provider.Active,
        SecondFactor = string.Join(' ', provider.SecondFactor),
        Version = provider.Version,
    };

    internal IEnumerable<(string Field, Bilingual? Fault)> Faults(bool overHttp) =>
    [
        (nameof(Issuer), ProviderRules.IssuerFault(Issuer?.Trim(), overHttp)),
        (nameof(ClientId), ProviderRules.ClientIdFault(ClientId?.Trim())),
        (nameof(Secret), ProviderRules.SecretFault(Secret?.Trim())),
        (nameof(NameVi), ProviderRules.NameFault(NameVi, new("tiếng Việt", "Vietnamese"))),
        (nameof(NameEn), ProviderRules.NameFault(NameEn, new("tiếng Anh", "English"))),
        (nameof(Place), ProviderRules.PlaceFault(Order)),
        (nameof(SecondFactor), ProviderRules.SecondFactorFault(Values)),
    ];

    internal SaveProvider.Command Meant(Guid? id) => new(id, Version, Issuer?.Trim() ?? "", ClientId?.Trim() ?? "",
        string.IsNullOrWhiteSpace(Secret) ? null : Secret.Trim(), new(NameVi?.Trim() ?? "", NameEn?.Trim() ?? ""), Order ?? 1, Active,
        Values);

    private int? Order => int.TryParse(Place, NumberStyles.None, CultureInfo.InvariantCulture, out var order) ? order : null;

    private List<string> Values =>
        [.. (SecondFactor ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)];
}
