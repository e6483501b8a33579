using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Accounts.Providers;

/// <summary>
/// Somebody comes back from a provider. Whether it is the one whom we sent, and what the provider says, is looked at here; then the person
/// is admitted (<see cref="AdmitByProvider"/>) or linked (<see cref="LinkProvider"/>).
/// </summary>
public sealed class ReturnFromProvider(DxIndexDb db, ProviderSpeech speech, ProviderSeal seal, BrowserOfAttempt browser,
    ProviderDocuments documents, AdmitByProvider admitting, LinkProvider linking, AuditTrail trail, Acts acts,
    ILogger<ReturnFromProvider> log)
{
    /// <param name="Issuer">Who answers, where the provider says so (RFC 9207).</param>
    public sealed record Command(Guid Provider, string? State, string? Code, string? Issuer, string? Error);

    /// <param name="Account">Who signs in, or has been linked; null with a <paramref name="Fault"/>.</param>
    public sealed record Outcome(Account? Account, ProviderProof? Proof, ProviderFault? Fault)
    {
        /// <summary>The second step of our own is still to be shown.</summary>
        public bool Half { get; init; }

        public bool Linked { get; init; }

        public string? ReturnUrl { get; init; }

        public string? Kept { get; init; }

        public Bilingual? Name { get; init; }
    }

    private sealed class Course
    {
        public Attempt? Attempt { get; set; }

        public Provider? Provider { get; set; }
    }

    public async Task<Outcome> HandleAsync(Command command, CancellationToken ct)
    {
        var course = new Course();
        Outcome outcome;
        try
        {
            outcome = await ComeAsync(command, course, ct);
        }
        catch (ProviderRefused refused)
        {
            log.LogWarning("The answer of the provider {Provider} is refused: {Fault}, {Detail}",
                command.Provider, refused.Fault, refused.Detail);
            if (course.Attempt is not null)
                await TellAsync(refused, course, ct);
            outcome = new(null, null, refused.Fault);
        }
        return outcome with { ReturnUrl = course.Attempt?.ReturnUrl, Kept = course.Attempt?.Kept, Name = course.Provider?.Name };
    }

    private async Task<Outcome> ComeAsync(Command command, Course course, CancellationToken ct)
    {
        // Taken before anything is looked at: whatever comes of it, it does not serve twice.
        course.Attempt = await TakeAsync(command.State, ct);
        var attempt = course.Attempt ?? throw new ProviderRefused(ProviderFault.Stale, "no such attempt");
        if (attempt.Browser != browser.Digest)
            throw new ProviderRefused(ProviderFault.OtherBrowser, "begun in another browser");
        if (attempt.Provider != command.Provider)
            throw new ProviderRefused(ProviderFault.MixedUp, "begun with another provider");
        course.Provider = await db.Set<Provider>().AsNoTracking()
            .SingleOrDefaultAsync(provider => provider.Id == attempt.Provider && provider.Active, ct);
        var provider = course.Provider ?? throw new ProviderRefused(ProviderFault.NotOffered, "not in use any more");
        await db.Database.CloseConnectionAsync();
        await LookWhoAnswersAsync(provider, command.Issuer, ct);
        if (command.Error is not null || string.IsNullOrEmpty(command.Code))
            throw new ProviderRefused(ProviderFault.Declined, "an error instead of a code");
        var said = await speech.HearAsync(provider, attempt, command.Code, ct);
        if (attempt.Anew && !ProviderRules.IsAnew(said.Authenticated, attempt.Left))
            throw new ProviderRefused(ProviderFault.NotAnew, "the person was not asked anew");
        var proof = new ProviderProof(provider.Id, said.Authenticated, ProviderRules.IsSecondFactor(said.Means, provider.SecondFactor));
        return attempt.Links is { } link
            ? new(await linking.HandleAsync(provider, link, said.Subject, ct), proof, null) { Linked = true }
            : await AdmittedAsync(provider, said.Subject, proof, ct);
    }

    private async Task<Outcome> AdmittedAsync(Provider provider, string subject, ProviderProof proof, CancellationToken ct)
    {
        var account = await admitting.HandleAsync(provider, subject, proof, ct);
        return new(account, proof, null) { Half = AdmitByProvider.IsHalf(account, proof) };
    }

    private async Task<Attempt?> TakeAsync(string? state, CancellationToken ct)
    {
        if (state is not { Length: 43 })
            return null;
        var hash = SecretDigest.Of(state);
        var content = (await db.Database
            .SqlQuery<string>($"DELETE FROM sign_in_attempt WHERE state_hash = {hash} RETURNING content AS \"Value\"").ToListAsync(ct))
            .SingleOrDefault();
        return content is null ? null : seal.Open(content);
    }

    private async Task LookWhoAnswersAsync(Provider provider, string? issuer, CancellationToken ct)
    {
        var document = await documents.OfAsync(provider.Issuer, anew: false, ct);
        var promised = document.Said.AdditionalData.TryGetValue("authorization_response_iss_parameter_supported", out var said)
            && string.Equals(said?.ToString(), "true", StringComparison.OrdinalIgnoreCase);
        if (issuer is null ? promised : issuer != provider.Issuer)
            throw new ProviderRefused(ProviderFault.MixedUp, "another issuer answered");
    }

    private async Task TellAsync(ProviderRefused refused, Course course, CancellationToken ct)
    {
        await using var act = await acts.BeginAsync(ct);
        trail.Add("account.sign-in-failed", $"accounts/{course.Attempt?.Links?.Account.ToString() ?? "unknown"}", null,
            new { provider = course.Provider?.Name.Vi, why = refused.Fault }, null, "?");
        await act.KeepAsync(ct);
    }
}
