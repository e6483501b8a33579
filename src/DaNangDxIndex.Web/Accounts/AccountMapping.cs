using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DaNangDxIndex.Accounts;

internal sealed class AccountMapping :
    IEntityTypeConfiguration<Account>,
    IEntityTypeConfiguration<Appointment>,
    IEntityTypeConfiguration<IdentityUserClaim<Guid>>,
    IEntityTypeConfiguration<IdentityUserLogin<Guid>>,
    IEntityTypeConfiguration<IdentityUserToken<Guid>>,
    IEntityTypeConfiguration<IdentityUserPasskey<Guid>>
{
    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.HasKey(account => account.Id);
        builder.Property(account => account.Id).ValueGeneratedNever();
        builder.Property(account => account.ConcurrencyStamp).IsRequired().IsConcurrencyToken();
        builder.Property(account => account.SecurityStamp).IsRequired();
        builder.Property(account => account.UserName).IsRequired();
        builder.Property(account => account.NormalizedUserName).IsRequired();
        // Accounts are made by an administrator, who hands the link over: there is no address or number to confirm.
        builder.Ignore(account => account.Held);
        builder.Ignore(account => account.Reset);
        builder.Ignore(account => account.HasPassword);
        builder.Ignore(account => account.State);
        builder.Ignore(account => account.MayComeIn);
        builder.Ignore(account => account.Email);
        builder.Ignore(account => account.NormalizedEmail);
        builder.Ignore(account => account.EmailConfirmed);
        builder.Ignore(account => account.PhoneNumber);
        builder.Ignore(account => account.PhoneNumberConfirmed);
        // Guesses are counted at the doors (Lockout). A later version drops the columns: while the schema is updated, processes of the
        // version before still select them.
        builder.Ignore(account => account.AccessFailedCount);
        builder.Ignore(account => account.LockoutEnd);
        builder.Ignore(account => account.LockoutEnabled);
    }

    public void Configure(EntityTypeBuilder<Appointment> builder)
    {
        builder.HasKey(appointment => appointment.Id);
        // The account may be as new as its appointment, and has to be there first.
        builder.HasOne<Account>().WithMany().HasForeignKey(appointment => appointment.AccountId);
    }

    public void Configure(EntityTypeBuilder<IdentityUserClaim<Guid>> builder)
    {
        builder.ToTable("account_claim");
        builder.HasKey(claim => claim.Id);
        builder.Property(claim => claim.Id).ValueGeneratedOnAdd();
        builder.Property(claim => claim.ClaimType).IsRequired();
        builder.Property(claim => claim.UserId).HasColumnName("account_id");
        builder.HasOne<Account>().WithMany().HasForeignKey(claim => claim.UserId);
    }

    public void Configure(EntityTypeBuilder<IdentityUserLogin<Guid>> builder)
    {
        builder.ToTable("account_login");
        builder.HasKey(login => new { login.LoginProvider, login.ProviderKey });
        builder.Property(login => login.UserId).HasColumnName("account_id");
        builder.HasOne<Account>().WithMany().HasForeignKey(login => login.UserId);
    }

    public void Configure(EntityTypeBuilder<IdentityUserToken<Guid>> builder)
    {
        builder.ToTable("account_token");
        builder.HasKey(token => new { token.UserId, token.LoginProvider, token.Name });
        builder.Property(token => token.UserId).HasColumnName("account_id");
        builder.HasOne<Account>().WithMany().HasForeignKey(token => token.UserId);
    }

    public void Configure(EntityTypeBuilder<IdentityUserPasskey<Guid>> builder)
    {
        builder.ToTable("account_passkey");
        builder.HasKey(passkey => passkey.CredentialId);
        builder.Property(passkey => passkey.UserId).HasColumnName("account_id");
        builder.OwnsOne(passkey => passkey.Data).ToJson("data");
        builder.HasOne<Account>().WithMany().HasForeignKey(passkey => passkey.UserId);
    }
}
