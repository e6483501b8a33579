using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DaNangDxIndex.Accounts.Doors;

/// <summary>
/// One way to an account at which wrong guesses are counted apart from all others: a browser that has opened it before
/// (<see cref="KnownBrowsers"/>), a provider by which its person came, or, together, all browsers that nobody knows.
/// </summary>
/// <param name="stamp">The account's when it was last opened, or first guessed at; with another one it counts as new.</param>
public sealed class Door(Guid accountId, Guid id, string stamp, DateTimeOffset usedAt)
{
    public static readonly Guid OfStrangers = Guid.Empty;

    public Guid AccountId { get; private set; } = accountId;

    public Guid Id { get; private set; } = id;

    public string Stamp { get; private set; } = stamp;

    public DateTimeOffset UsedAt { get; private set; } = usedAt;

    /// <summary>Since it was last opened, none longer ago than the door would be closed.</summary>
    public int Failed { get; private set; }

    public DateTimeOffset? FailedAt { get; private set; }

    public DateTimeOffset? ClosedUntil { get; private set; }

    public bool IsClosed(DateTimeOffset now) => ClosedUntil > now;

    /// <summary>Somebody came in by it, or it belongs to another stamp than the account's: whatever was counted is over.</summary>
    public void Open(string stamp, DateTimeOffset now) =>
        (Stamp, UsedAt, Failed, FailedAt, ClosedUntil) = (stamp, now, 0, null, null);

    /// <summary>One more wrong guess. While it is closed nothing is counted: guesses then neither help nor prolong it.</summary>
    /// <returns>True for the guess that closes it.</returns>
    public bool Fail(DateTimeOffset now)
    {
        if (IsClosed(now))
            return false;
        if (FailedAt < now - DoorRules.Closed)
            Failed = 0;
        (UsedAt, FailedAt, Failed) = (now, now, Failed + 1);
        if (Failed < DoorRules.Guesses)
            return false;
        (Failed, ClosedUntil) = (0, now + DoorRules.Closed);
        return true;
    }

    internal sealed class Mapping : IEntityTypeConfiguration<Door>
    {
        public void Configure(EntityTypeBuilder<Door> builder)
        {
            builder.ToTable("account_door");
            builder.HasKey(door => new { door.AccountId, door.Id });
            builder.Property(door => door.Id).ValueGeneratedNever();
        }
    }
}
