using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DaNangDxIndex.Accounts.Providers;

/// <summary>Who may say who somebody is: the city's single sign-on, VNeID and the like, by OpenID Connect.</summary>
public sealed class Provider
{
    public required Guid Id { get; init; }

    /// <summary>Exactly as the provider writes it into what it signs.</summary>
    public string Issuer { get; private set; } = "";

    public string ClientId { get; private set; } = "";

    /// <summary>Sealed (<see cref="ProviderSeal"/>); null where the provider gave none.</summary>
    public string? Secret { get; private set; }

    public Bilingual Name { get; private set; } = new("", "");

    public int Place { get; private set; }

    public bool Active { get; private set; }

    /// <summary>Values of <c>amr</c> or <c>acr</c> that stand for our second step; none: ours is asked for.</summary>
    public List<string> SecondFactor { get; private set; } = [];

    public int Version { get; private set; } = 1;

    public void Describe(string issuer, string clientId, Bilingual name, int place, bool active, IEnumerable<string> secondFactor)
    {
        (Issuer, ClientId, Name, Place, Active, SecondFactor) = (issuer, clientId, name, place, active, [.. secondFactor]);
        Version++;
    }

    public void Keep(string? sealedSecret) => Secret = sealedSecret;

    internal sealed class Mapping : IEntityTypeConfiguration<Provider>
    {
        public void Configure(EntityTypeBuilder<Provider> builder)
        {
            builder.ToTable("sign_in_provider");
            builder.HasKey(provider => provider.Id);
            builder.Property(provider => provider.Id).ValueGeneratedNever();
        }
    }
}
