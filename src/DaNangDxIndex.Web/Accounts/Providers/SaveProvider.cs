using DaNangDxIndex.Accounts.Proposals;
using DaNangDxIndex.Accounts.Sessions;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Accounts.Providers;

/// <summary>A provider is added or changed; one that people can use has been asked first. What is not in use lets nobody stay.</summary>
public sealed class SaveProvider(DxIndexDb db, ProviderSeal seal, ProviderDocuments documents, TwoPeople two, Acts acts, TimeProvider clock)
{
    /// <param name="Id">Null for a new one.</param>
    /// <param name="Version">The version that was on screen.</param>
    /// <param name="Secret">Null keeps the one that is there, where the issuer stays the same.</param>
    public sealed record Command(Guid? Id, int Version, string Issuer, string ClientId, string? Secret, Bilingual Name, int Place,
        bool Active, IReadOnlyList<string> SecondFactor);

    /// <summary>A provider that is to be used is asked first; nothing is locked meanwhile.</summary>
    /// <exception cref="ProviderRefused">It cannot be used.</exception>
    public async Task LookAsync(Command command, CancellationToken ct)
    {
        if (!command.Active)
            return;
        await db.Database.CloseConnectionAsync();
        await documents.ReadAsync(command.Issuer, ct);
    }

    /// <returns>The provider; null where there is none of this id, or where it waits for a second administrator.</returns>
    /// <exception cref="ProviderRefused">It is to be used, and cannot be.</exception>
    /// <exception cref="ChangedMeanwhile"/>
    public async Task<Provider?> HandleAsync(Command command, Actor actor, CancellationToken ct)
    {
        // Whoever confirms has had it asked already.
        if (two.Confirmed is null)
            await LookAsync(command, ct);
        await using var act = await acts.BeginAsync(ct);
        var provider = command.Id is { } id
            ? (await db.Set<Provider>().FromSql($"SELECT * FROM sign_in_provider WHERE id = {id} FOR UPDATE").ToListAsync(ct))
                .SingleOrDefault()
            : new Provider { Id = Guid.CreateVersion7() };
        if (provider is null)
            return null;
        if (command.Id is not null)
            ChangedMeanwhile.RequireSame(command.Version, provider.Version);
        var what = new TwoPeople.What(ProposalKind.SignInProvider, $"sign-in-providers/{command.Id?.ToString() ?? command.Issuer}",
            ProviderInWords.Asked(provider, command));
        if (await two.AskAsync(FourEyes.SignInProviders, what, command, actor, ct))
        {
            await act.KeepAsync(ct);
            return null;
        }
        var before = command.Id is null ? null : Shown(provider);
        if (command.Id is null)
            db.Add(provider);
        // A secret goes to nobody but whom it came from.
        if (command.Secret is { } secret)
            provider.Keep(seal.Seal(provider.Id, secret));
        else if (provider.Issuer != command.Issuer)
            provider.Keep(null);
        provider.Describe(command.Issuer, command.ClientId, command.Name, command.Place, command.Active, command.SecondFactor);
        var (now, key) = (clock.GetUtcNow(), provider.Id);
        if (!command.Active)
        {
            await db.Set<AccountSession>().Where(session => session.ProviderId == key && session.EndedAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(session => session.EndedAt, now), ct);
        }
        await act.KeepAsync("tenant.sign-in-provider", $"sign-in-providers/{key}", before, Shown(provider), ct);
        return provider;
    }

    private static object Shown(Provider provider) => new
    {
        provider.Issuer, provider.ClientId, hasSecret = provider.Secret is not null, provider.Name, provider.Place, provider.Active,
        provider.SecondFactor,
    };
}
