using DaNangDxIndex.Database;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Hosting.Idempotency;

/// <summary>
/// Keeps requests by their keys for a day. A request that a process left behind without effect may be carried out by the next sending;
/// one that took effect never is.
/// </summary>
public sealed class KeptRequests(DxIndexDb db, TimeProvider clock)
{
    /// <summary>Keys of one account that live at a time.</summary>
    public const int Most = 5_000;

    public const int LargestAnswer = 256 * 1024;

    private static readonly TimeSpan Lives = TimeSpan.FromHours(24);

    // No request of ours runs so long; who sent it has gone.
    private static readonly TimeSpan LeftBehind = TimeSpan.FromMinutes(2);

    public sealed record Asked(Guid Account, string Key, string Route, byte[] Digest);

    /// <summary>What came of asking for a place: the place, another sending of the request, or that there are too many.</summary>
    /// <param name="IsAnswerLost">
    /// The other sending took effect, and nobody will write its answer any more; for a moment between the two it is on its way.
    /// </param>
    public sealed record Place(Guid? Owner, KeptRequest? Other, bool IsAnswerLost = false);

    public async Task<Place> TakeAsync(Asked asked, CancellationToken ct)
    {
        var (now, owner) = (clock.GetUtcNow(), Guid.CreateVersion7());
        await db.Set<KeptRequest>().Where(request => request.BegunAt < now - Lives).ExecuteDeleteAsync(ct);
        if (await db.Set<KeptRequest>().CountAsync(request => request.AccountId == asked.Account, ct) >= Most)
            return new(null, null);
        await db.Set<KeptRequest>()
            .Where(request => request.AccountId == asked.Account && request.Key == asked.Key && !request.Done && request.Status == null
            && request.BegunAt < now - LeftBehind).ExecuteDeleteAsync(ct);
        var taken = await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO kept_request (account_id, key, route, digest, owner, begun_at)
            VALUES ({asked.Account}, {asked.Key}, {asked.Route}, {asked.Digest}, {owner}, {now}) ON CONFLICT DO NOTHING
            """, ct);
        if (taken == 1)
            return new(owner, null);
        var other = await db.Set<KeptRequest>().AsNoTracking()
            .FirstOrDefaultAsync(request => request.AccountId == asked.Account && request.Key == asked.Key, ct);
        return new(null, other, other is { Done: true, Status: null } && other.BegunAt < now - LeftBehind);
    }

    /// <param name="body">Null where it is too large to be kept.</param>
    public Task<int> AnswerAsync(Guid owner, HttpResponse answer, byte[]? body, CancellationToken ct)
    {
        var (status, type) = (answer.StatusCode, answer.ContentType);
        var (etag, location) = (Header(answer.Headers.ETag.ToString()), Header(answer.Headers.Location.ToString()));
        return body is null
            ? Task.FromResult(0)
            : db.Database.ExecuteSqlAsync(
                $"""
                UPDATE kept_request SET done = true, status = {status}, content_type = {type}, etag = {etag}, location = {location},
                    body = {body} WHERE owner = {owner}
                """, ct);
    }

    /// <summary>The request changed nothing: it may be sent again.</summary>
    public Task<int> DropAsync(Guid owner, CancellationToken ct) =>
        db.Set<KeptRequest>().Where(request => request.Owner == owner && !request.Done).ExecuteDeleteAsync(ct);

    private static string? Header(string value) => value.Length == 0 ? null : value;
}
