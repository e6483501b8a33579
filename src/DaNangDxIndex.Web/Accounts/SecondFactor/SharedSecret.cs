using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DaNangDxIndex.Accounts.SecondFactor;

/// <summary>What a person's app and we both know, and from which codes come.</summary>
/// <param name="secret">Sealed (<see cref="SecretSeal"/>).</param>
/// <param name="lastStep">The half minute of the last code that was taken; none before it is taken again.</param>
public sealed class SharedSecret(Guid accountId, string secret, long lastStep, DateTimeOffset setUpAt)
{
    public Guid AccountId { get; private set; } = accountId;

    public string Secret { get; private set; } = secret;

    public long LastStep { get; private set; } = lastStep;

    public DateTimeOffset SetUpAt { get; private set; } = setUpAt;

    /// <summary>False where this code, or a later one, has been taken before.</summary>
    public bool Take(long step)
    {
        if (step <= LastStep)
            return false;
        LastStep = step;
        return true;
    }

    internal sealed class Mapping : IEntityTypeConfiguration<SharedSecret>
    {
        public void Configure(EntityTypeBuilder<SharedSecret> builder)
        {
            builder.ToTable("second_factor");
            builder.HasKey(shared => shared.AccountId);
            builder.Property(shared => shared.AccountId).ValueGeneratedNever();
        }
    }
}
