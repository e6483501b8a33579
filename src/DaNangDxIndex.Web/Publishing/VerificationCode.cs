using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DaNangDxIndex.Publishing;

/// <summary>Leads from the code on a printed scorecard to its tenant, before any tenant is known.</summary>
public sealed class VerificationCode(string code, Guid tenantId)
{
    public string Code { get; private set; } = code;

    /// <summary>Here and nowhere else in C#: this table is asked before a tenant is entered.</summary>
    public Guid TenantId { get; private set; } = tenantId;
}

internal sealed class VerificationCodeMapping : IEntityTypeConfiguration<VerificationCode>
{
    public void Configure(EntityTypeBuilder<VerificationCode> builder) => builder.HasKey(code => code.Code);
}
