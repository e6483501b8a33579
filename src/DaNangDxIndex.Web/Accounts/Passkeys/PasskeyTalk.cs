using System.Runtime.ExceptionServices;
using DaNangDxIndex.Database;
using DaNangDxIndex.Tenancy;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Accounts.Passkeys;

/// <summary>
/// Questions to passkeys and their answers. What is asked, and whether the answer is signed by the key, for this site and question and with
/// its person there, is the framework's own to say; that no answer serves twice is ours.
/// </summary>
public sealed class PasskeyTalk(DxIndexDb db, IPasskeyHandler<Account> handler, PasskeySeal seal, CurrentTenant tenant,
    IHttpContextAccessor http, TimeProvider clock)
{
    /// <param name="State">As the question bore it.</param>
    /// <param name="Credential">What the browser gave, as JSON.</param>
    public sealed record Answer(string? State, string? Credential);

    private HttpContext Http => http.HttpContext ?? throw new InvalidOperationException("Passkeys are asked by requests.");

    public async Task<PasskeyQuestion> AskForNewAsync(Account account)
    {
        // Devices list what they hold by this name, for all provinces that one site serves.
        var name = $"{account.UserName} ({tenant.Required.Name.Vi})";
        var asked = await handler.MakeCreationOptionsAsync(
            new() { Id = account.Id.ToString(), Name = name, DisplayName = account.FullName }, Http);
        return new(asked.CreationOptionsJson, seal.Seal(PasskeySeal.Purpose.Add, asked.AttestationState ?? ""));
    }

    /// <param name="account">Null where the device says who it is.</param>
    public async Task<PasskeyQuestion> AskAsync(Account? account)
    {
        // The framework takes null for somebody unknown, whatever it declares.
        var asked = await handler.MakeRequestOptionsAsync(account, Http);
        return new(asked.RequestOptionsJson, seal.Seal(PasskeySeal.Purpose.SignIn, asked.AssertionState ?? ""));
    }

    /// <exception cref="PasskeyRefused"/>
    public async Task<UserPasskeyInfo> HearNewAsync(Account account, Answer answer, CancellationToken ct)
    {
        var (state, credential) = await TakeAsync(PasskeySeal.Purpose.Add, answer, ct);
        var heard = await handler.PerformAttestationAsync(
            new() { HttpContext = Http, CredentialJson = credential, AttestationState = state });
        if (!heard.Succeeded)
            throw Refusal(heard.Failure);
        return heard.UserEntity.Id == account.Id.ToString()
            ? heard.Passkey
            : throw new PasskeyRefused(PasskeyFault.Invalid, "asked for another account");
    }

    /// <summary>Whose it is, and the key with its new counter. The account is not locked yet.</summary>
    /// <exception cref="PasskeyRefused"/>
    public async Task<(Guid Account, UserPasskeyInfo Passkey)> HearAsync(Answer answer, CancellationToken ct)
    {
        var (state, credential) = await TakeAsync(PasskeySeal.Purpose.SignIn, answer, ct);
        var heard = await handler.PerformAssertionAsync(
            new() { HttpContext = Http, CredentialJson = credential, AssertionState = state });
        // What the framework looked at is read anew under a lock.
        db.ChangeTracker.Clear();
        return heard.Succeeded ? (heard.User.Id, heard.Passkey) : throw Refusal(heard.Failure);
    }

    /// <summary>Before anything is looked at: whatever comes of it, it does not serve twice.</summary>
    private async Task<(string State, string Credential)> TakeAsync(PasskeySeal.Purpose purpose, Answer answer, CancellationToken ct)
    {
        if (answer.Credential is not { Length: > 0 and <= PasskeyRules.LongestAnswer } credential)
            throw new PasskeyRefused(PasskeyFault.Invalid, "no answer, or one too long");
        if (seal.Open(purpose, answer.State) is not { } state)
            throw new PasskeyRefused(PasskeyFault.Stale, "no such question");
        var (hash, now) = (SecretDigest.Of(state), clock.GetUtcNow());
        await db.Set<PasskeyQuestion.Row>().Where(old => old.AnsweredAt < now - (2 * PasskeyRules.Underway)).ExecuteDeleteAsync(ct);
        var first = await db.Database.ExecuteSqlAsync(
            $"INSERT INTO passkey_question (hash, answered_at) VALUES ({hash}, {now}) ON CONFLICT DO NOTHING", ct);
        return first == 1 ? (state, credential) : throw new PasskeyRefused(PasskeyFault.Stale, "answered before");
    }

    /// <summary>The framework calls everything a refusal; that the database is away is none.</summary>
    private static PasskeyRefused Refusal(PasskeyException failure)
    {
        if (failure.InnerException is { } inner && PassingFailure.IsForNow(inner))
            ExceptionDispatchInfo.Throw(inner);
        return new(PasskeyFault.Invalid, failure.InnerException?.GetType().Name ?? failure.Message);
    }
}
