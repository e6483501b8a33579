using System.Security.Cryptography;
using System.Text;
using DaNangDxIndex.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DaNangDxIndex.Accounts.SecondFactor;

/// <summary>One of ten that stand in for the app where the phone is lost; kept by its hash, good once.</summary>
public sealed class RecoveryCode(Guid accountId, byte[] hash)
{
    public Guid AccountId { get; private set; } = accountId;

    public byte[] Hash { get; private set; } = hash;

    public DateTimeOffset? UsedAt { get; private set; }

    public void Use(DateTimeOffset now) => UsedAt = now;

    public static string NewText() => RandomNumberGenerator.GetString(ShortCode.Signs, SecondFactorRules.CodeLength);

    public static byte[] HashOf(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));

    internal sealed class Mapping : IEntityTypeConfiguration<RecoveryCode>
    {
        public void Configure(EntityTypeBuilder<RecoveryCode> builder)
        {
            builder.HasKey(code => new { code.AccountId, code.Hash });
            // The secret is as new as its codes, and has to be there first.
            builder.HasOne<SharedSecret>().WithMany().HasForeignKey(code => code.AccountId);
        }
    }
}
