using DaNangDxIndex.Accounts;
using DaNangDxIndex.Accounts.Proposals;
using DaNangDxIndex.Database;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Publishing.Corrections;
using DaNangDxIndex.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Homes;

/// <summary>The standing office, which leads the year, and the steering committee, which signs; corrections are the work of both.</summary>
public sealed class EditionDuties(
    DxIndexDb db, OfficeDuties office, SignatoryDuties signatory, WaitingProposals proposals, IStringLocalizer<HomeTexts> texts,
    Addresses addresses)
{
    public async Task<IReadOnlyList<Duty>> OfAsync(Actor actor, IReadOnlyList<Edition> editions, CancellationToken ct)
    {
        var running = editions.Where(edition => edition.Stage != EditionStage.Published).ToList();
        var duties = new List<Duty>();
        if (actor.Is(Role.Office))
            duties.AddRange(await office.OfAsync(running, editions.FirstOrDefault(edition => edition.Stage == EditionStage.Published), ct));
        var waiting = actor.Is(Role.Signatory) ? await proposals.AllAsync(ct) : [];
        if (actor.Is(Role.Signatory))
            duties.AddRange(signatory.Of(running, waiting));
        return [.. await CorrectionsAsync(actor, waiting, ct), .. duties];
    }

    /// <summary>Corrections on their way: the office goes on, and the signatory signs once there is something to sign.</summary>
    private async Task<IEnumerable<Duty>> CorrectionsAsync(
        Actor actor, IReadOnlyList<WaitingProposals.Waiting> waiting, CancellationToken ct)
    {
        if (!actor.Is(Role.Office) && !actor.Is(Role.Signatory))
            return [];
        var drafts = await db.Set<CorrectionDraft>().AsNoTracking()
            .Select(draft => new { draft.Year, Changes = db.Set<DraftedChange>().Any(change => change.Year == draft.Year) })
            .ToListAsync(ct);
        var duties = new List<Duty>();
        foreach (var draft in drafts)
        {
            var page = addresses.Page($"/editions/{draft.Year}/correction");
            if (actor.Is(Role.Office))
                duties.Add(new(Role.Office, texts["Office.Correct", draft.Year])
                {
                    After = texts["Office.CorrectAfter"], Button = new(texts["Office.CorrectButton"], page),
                });
            if (actor.Is(Role.Signatory) && draft.Changes)
                duties.Add(waiting.FirstOrDefault(proposed => proposed.IsOf(ProposalKind.Correction, draft.Year)) is { } asked
                    ? signatory.Asked(texts["Signatory.CorrectAsked", draft.Year], asked)
                    : new(Role.Signatory, texts["Signatory.Correct", draft.Year])
                    {
                        After = texts["Signatory.CorrectAfter"], Button = new(texts["Signatory.CorrectButton"], page),
                    });
        }

        return duties;
    }
}
