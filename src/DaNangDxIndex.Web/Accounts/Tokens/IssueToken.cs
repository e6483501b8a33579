using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Accounts.Tokens;

/// <summary>Somebody makes a token for a program of theirs; its text is given back once and not kept.</summary>
public sealed class IssueToken(DxIndexDb db, Acts acts, TimeProvider clock)
{
    public sealed record Command(string Name, TokenScope Scope, int Days);

    /// <exception cref="RuleViolation">Those of <see cref="TokenRules.Require"/></exception>
    public async Task<string> HandleAsync(Command command, Actor actor, CancellationToken ct)
    {
        await using var act = await acts.BeginAsync(ct);
        var now = clock.GetUtcNow();
        var living = await db.Set<AccessToken>()
            .CountAsync(token => token.AccountId == actor.Account && token.RevokedAt == null && token.ExpiresAt > now, ct);
        TokenRules.Require(command.Scope, actor.Roles, living);
        var text = AccessToken.NewText();
        var token = db.Add(new AccessToken(
            Guid.CreateVersion7(), actor.Account, command.Name.Trim(), command.Scope,
            AccessToken.HashOf(text) ?? throw new InvalidOperationException("A new token has no check."), now,
            now.AddDays(command.Days))).Entity;
        await act.KeepAsync(
            "account.token-issue", $"accounts/{actor.Account}", null, new { token = token.Name, token.Scope, until = token.ExpiresAt }, ct);
        return text;
    }
}
