using System.Security.Cryptography;
using DaNangDxIndex.Database;
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

    /// <summary>Ten new ones, to be shown this once; the caller saves.</summary>
    public static IReadOnlyList<string> NewSet(DxIndexDb db, Guid account)
    {
        var codes = Enumerable.Range(0, SecondFactorRules.Codes).Select(_ => NewText()).ToList();
        db.AddRange(codes.Select(code => new RecoveryCode(account, SecretDigest.Of(code))));
        return codes;
    }

    public static string NewText() => RandomNumberGenerator.GetString(ShortCode.Signs, SecondFactorRules.CodeLength);

    internal sealed class Mapping : IEntityTypeConfiguration<RecoveryCode>
    {
        public void Configure(EntityTypeBuilder<RecoveryCode> builder)
        {
            builder.HasKey(code => new { code.AccountId, code.Hash });
            builder.HasOne<Account>().WithMany().HasForeignKey(code => code.AccountId);
        }
    }
}
