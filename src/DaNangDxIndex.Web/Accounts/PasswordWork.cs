using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Identity;

namespace DaNangDxIndex.Accounts;

/// <summary>
/// Hashing costs a processor a tenth of a second. One hash to a processor at once; a hundred more wait their turn, holding nothing;
/// whoever comes then is told to come again.
/// </summary>
public sealed class PasswordWork(IPasswordHasher<Account> hasher) : IDisposable
{
    private static readonly Account Nobody = new() { FullName = "", UserName = "" };
    private readonly Lazy<string> _nobodysHash = new(() => hasher.HashPassword(Nobody, Guid.NewGuid().ToString()));

    private readonly ConcurrencyLimiter _turns = new(new()
    {
        PermitLimit = Environment.ProcessorCount,
        QueueLimit = 100,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });

    /// <exception cref="TooManyAtOnce"/>
    public Task<string> HashAsync(string password, CancellationToken ct) => InTurnAsync(() => hasher.HashPassword(Nobody, password), ct);

    /// <param name="hash">Null for nobody's account, or one without a password: that takes as long, and fails.</param>
    /// <exception cref="TooManyAtOnce"/>
    public Task<PasswordVerificationResult> VerifyAsync(string? hash, string password, CancellationToken ct) => InTurnAsync(
        () =>
        {
            var verified = hasher.VerifyHashedPassword(Nobody, hash ?? _nobodysHash.Value, password);
            return hash is null ? PasswordVerificationResult.Failed : verified;
        },
        ct);

    public void Dispose() => _turns.Dispose();

    private async Task<T> InTurnAsync<T>(Func<T> work, CancellationToken ct)
    {
        using var turn = await _turns.AcquireAsync(1, ct);
        return turn.IsAcquired ? await Task.Run(work, ct) : throw new TooManyAtOnce();
    }
}
