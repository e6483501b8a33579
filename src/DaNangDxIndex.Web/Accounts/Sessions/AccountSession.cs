using System.Net;
using DaNangDxIndex.Accounts.Providers;
using DaNangDxIndex.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DaNangDxIndex.Accounts.Sessions;

/// <summary>One browser in which somebody has signed in.</summary>
public sealed class AccountSession(Guid id, Guid accountId, DateTimeOffset beganAt, string? agent, IPAddress? ip)
{
    private const int LongestAgent = 300;

    public Guid Id { get; private set; } = id;

    public Guid AccountId { get; private set; } = accountId;

    public DateTimeOffset BeganAt { get; private set; } = beganAt;

    /// <summary>To <see cref="SessionRules.Seen"/>.</summary>
    public DateTimeOffset LastSeenAt { get; private set; } = beganAt;

    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>What the browser says of itself; shown to its own person alone.</summary>
    public string? Agent { get; private set; } = agent is null ? null : ShortText.Cut(agent, LongestAgent);

    public IPAddress? Ip { get; private set; } = ip;

    /// <summary>Who said who the person is; null where our own password did.</summary>
    public Guid? ProviderId { get; private set; }

    /// <summary>The credential that opened the account, where a passkey did.</summary>
    public byte[]? Passkey { get; private set; }

    /// <summary>By which the browser is known to the account (<see cref="Doors.Door"/>); null before there were any.</summary>
    public Guid? Door { get; private set; }

    /// <summary>When the provider last asked the person, as it says.</summary>
    public DateTimeOffset? AuthenticatedAt { get; private set; }

    public bool SecondByProvider { get; private set; }

    /// <summary>When the person last showed who they are.</summary>
    public DateTimeOffset PresentSince => ProviderId is null ? BeganAt : ProviderRules.PresentSince(AuthenticatedAt, BeganAt);

    public AccountSession CameBy(ProviderProof? proof)
    {
        (ProviderId, AuthenticatedAt, SecondByProvider) = (proof?.Provider, proof?.Authenticated, proof?.Second ?? false);
        return this;
    }

    public AccountSession OpenedBy(byte[]? passkey)
    {
        Passkey = passkey;
        return this;
    }

    public AccountSession At(Guid door)
    {
        Door = door;
        return this;
    }

    internal sealed class Mapping : IEntityTypeConfiguration<AccountSession>
    {
        public void Configure(EntityTypeBuilder<AccountSession> builder)
        {
            builder.HasKey(session => session.Id);
            builder.Property(session => session.Id).ValueGeneratedNever();
            builder.Ignore(session => session.PresentSince);
        }
    }
}
