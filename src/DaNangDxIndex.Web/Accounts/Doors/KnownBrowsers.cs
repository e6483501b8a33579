using System.Security.Cryptography;
using DaNangDxIndex.Database;
using DaNangDxIndex.Tenancy;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Accounts.Doors;

/// <summary>
/// A browser that has opened an account bears a sealed cookie of this tenant that names the account and a door of its own: guesses made
/// elsewhere do not close that door (OWASP: device cookies). It signs nobody in. Where several people share a browser, it knows the last
/// few of them.
/// </summary>
public sealed class KnownBrowsers(DxIndexDb db, IDataProtectionProvider protection, IHttpContextAccessor http, CurrentTenant tenant,
    TimeProvider clock)
{
    private const int MostPeople = 5;
    private const int MostBrowsers = 10;
    private const int Length = 16;

    private sealed record Known(Guid Account, Guid Door);

    private HttpContext Http => http.HttpContext ?? throw new InvalidOperationException("Browsers send requests.");

    // No sign-in: public answers are kept for browsers that bear it.
    private string Name => $"__Host-dxb-{tenant.Required.Slug}";

    /// <summary>Null where this browser has not opened the account, as far as it shows.</summary>
    public Guid? DoorTo(Guid account) => Read().FirstOrDefault(known => known.Account == account)?.Door;

    /// <summary>Somebody has just shown here, in full, who they are. The caller saves.</summary>
    /// <returns>The door by which this browser is known from now on.</returns>
    public async Task<Guid> KnowAsync(Account account, CancellationToken ct)
    {
        var (now, stamp) = (clock.GetUtcNow(), account.SecurityStamp ?? "");
        var here = await OpenedAnewAsync(account, stamp, now, ct);
        if (here is null)
            db.Add(new Door(account.Id, (here = Guid.NewGuid()).Value, stamp, now));
        // What belongs to an earlier password is known no more; nor is what was used longest ago, beyond so many. By the database itself:
        // somebody may sign in elsewhere at this moment and forget the same ones.
        var others = db.Set<Door>().Where(door => door.AccountId == account.Id && door.Id != Door.OfStrangers && door.Id != here);
        var last = others.OrderByDescending(door => door.UsedAt).Select(door => door.Id).Take(MostBrowsers - 1);
        await others.Where(door => door.Stamp != stamp || !last.Contains(door.Id)).ExecuteDeleteAsync(ct);
        Write([new(account.Id, here.Value), .. Read().Where(known => known.Account != account.Id).Take(MostPeople - 1)], now);
        return here.Value;
    }

    /// <summary>Null where this browser shows no door, or one that is forgotten.</summary>
    private async Task<Guid?> OpenedAnewAsync(Account account, string stamp, DateTimeOffset now, CancellationToken ct)
    {
        var claimed = DoorTo(account.Id);
        var opened = claimed is null ? 0
            : await db.Set<Door>().Where(door => door.AccountId == account.Id && door.Id == claimed && door.Stamp == stamp)
                .ExecuteUpdateAsync(set => set.SetProperty(door => door.UsedAt, now).SetProperty(door => door.Failed, 0)
                    .SetProperty(door => door.FailedAt, (DateTimeOffset?)null)
                    .SetProperty(door => door.ClosedUntil, (DateTimeOffset?)null), ct);
        return opened == 1 ? claimed : null;
    }

    private void Write(IReadOnlyList<Known> people, DateTimeOffset now)
    {
        var bytes = people.SelectMany(known => known.Account.ToByteArray().Concat(known.Door.ToByteArray())).ToArray();
        Http.Response.Cookies.Append(Name, Convert.ToBase64String(Seal.Protect(bytes, now + DoorRules.Known)), new()
        {
            Path = "/", Secure = true, HttpOnly = true, SameSite = SameSiteMode.Lax, IsEssential = true, MaxAge = DoorRules.Known,
        });
    }

    private IReadOnlyList<Known> Read()
    {
        try
        {
            return Http.Request.Cookies[Name] is { Length: > 0 and < 2000 } text
                ? [.. Seal.Unprotect(Convert.FromBase64String(text)).Chunk(2 * Length)
                    .Select(pair => new Known(new(pair.AsSpan(0, Length)), new(pair.AsSpan(Length))))]
                : [];
        }
        catch (Exception notOurs) when (notOurs is CryptographicException or FormatException)
        {
            return [];
        }
    }

    private ITimeLimitedDataProtector Seal =>
        protection.CreateProtector(nameof(KnownBrowsers), tenant.Required.Id.ToString()).ToTimeLimitedDataProtector();
}
