using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;

namespace DaNangDxIndex.Agencies;

/// <summary>
/// Records what a document did to agencies. What follows from it is told first; it is recorded when the same was seen, and told again when
/// something has changed meanwhile.
/// </summary>
public sealed class RecordLineageAct(DxIndexDb db, Acts acts, AgencyRegister register, LineageConsequences consequences,
    JoinAssessments join, TimeProvider clock)
{
    /// <param name="Act">Null while it is not recorded.</param>
    /// <param name="Seen">To be sent back with the same wish by somebody who has read the consequences.</param>
    public sealed record Outcome(LineageAct? Act, IReadOnlyList<LineageFault> Faults, IReadOnlyList<Bilingual> Consequences, string Seen);

    /// <exception cref="ChangedMeanwhile">Somebody else has recorded another act since.</exception>
    public async Task<Outcome> HandleAsync(LineageWish wish, string? seen, Actor actor, CancellationToken ct)
    {
        await using var act = await acts.BeginAsync(ct);
        var found = await register.FindToChangeAsync(ct);
        if (found.Rules.FaultsOf(wish) is { Count: > 0 } faults)
            return new(null, faults, [], "");
        if (await join.FaultsAsync(wish, found, ct) is { Count: > 0 } notTaken)
            return new(null, notTaken, [], "");
        var told = await consequences.OfAsync(wish, found, ct);
        var digest = DigestOf(wish, told.Sentences);
        if (seen != digest)
            return new(null, [], told.Sentences, digest);

        var outcome = LineageOutcome.Of(wish, found.Acts.Select(lineageAct => lineageAct.Number).DefaultIfEmpty().Max() + 1,
            found.Agencies);
        outcome.Act.Recorded(actor.Account, clock.GetUtcNow());
        db.AddRange(outcome.New);
        db.AddRange(
            outcome.Before.Where(before => !found.Before.Any(known => known.Agency == before.Agency && known.Until == before.Until)));
        db.Add(outcome.Act);
        await join.ApplyAsync(act, wish, found, ct);
        foreach (var account in told.Moving)
        {
            act.Tell("account.follow-agency", $"accounts/{account.Id}", new { account.AgencyCode }, new { AgencyCode = outcome.Act.To[0] });
            account.Change(account.FullName, account.Held, outcome.Act.To[0], account.Disabled, clock.GetUtcNow());
        }

        await act.KeepAsync("agency.record-act", $"agencies/acts/{outcome.Act.Number}", null, Shown(outcome.Act), ct);
        return new(outcome.Act, [], told.Sentences, digest);
    }

    private static object Shown(LineageAct act) => new { act.Kind, act.Day, act.Document, act.DocumentDate, act.From, act.To };

    private static string DigestOf(LineageWish wish, IReadOnlyList<Bilingual> sentences)
    {
        string?[] asked =
        [
            string.Create(CultureInfo.InvariantCulture, $"{wish.Kind} {wish.Day:O} {wish.DocumentDate:O} {wish.Document}"),
            $"{wish.Heir} {wish.Continues} {wish.Name} {wish.Place}",
            .. wish.From,
            .. wish.New.Select(agency => agency.ToString()),
            .. sentences.Select(sentence => sentence.Vi),
        ];
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', asked))));
    }
}
