using DaNangDxIndex.Accounts;
using DaNangDxIndex.Accounts.Proposals;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Tenancy;
using DaNangDxIndex.Text;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Homes;

/// <summary>The steering committee: what is ready to be signed, and what is still on its way.</summary>
public sealed class SignatoryDuties(EditionWays ways, IStringLocalizer<HomeTexts> texts, Addresses addresses)
{
    /// <param name="proposed">What signatories have asked one another for, and what nobody has confirmed yet.</param>
    public IEnumerable<Duty> Of(List<Edition> running, IReadOnlyList<WaitingProposals.Waiting> proposed)
    {
        var ready = running.Where(edition => edition.Stage == EditionStage.Final)
            .Select(edition => proposed.FirstOrDefault(proposal => proposal.IsOf(ProposalKind.Publication, edition.Year)) is { } asked
                ? Asked(texts["Signatory.SignAsked", edition.Year], asked)
                : new Duty(Role.Signatory, texts["Signatory.Sign", edition.Year])
                {
                    Until = ways.Day(edition.Calendar.PublishesOn),
                    After = texts["Signatory.SignAfter"],
                    Button = new(texts["Signatory.SignButton"], addresses.Page($"/editions/{edition.Year}/publish")),
                    Also = [ways.Preview(edition)],
                });
        var waiting = running.Where(edition => edition.Stage is not (EditionStage.Final or EditionStage.Drafting))
            .Select(edition => new Duty(Role.Signatory, texts["Signatory.Waiting", edition.Year])
            {
                HowMuch = texts["Signatory.Stage", edition.Stage.InWords(edition.Rounds).ForReader()],
                After = texts["Signatory.WaitingAfter"],
                Also = [ways.Progress(edition), ways.Preview(edition)],
            });
        var duties = ready.Concat(waiting).ToList();
        return duties.Count > 0 ? duties : [new(Role.Signatory, texts["Signatory.None"]) { After = texts["Signatory.WaitingAfter"] }];
    }

    /// <summary>It waits for another signatory, who finds it among what is to be confirmed: nothing is owed here.</summary>
    public Duty Asked(string what, WaitingProposals.Waiting waiting) => new(Role.Signatory, what)
    {
        Note = texts[
            waiting.Others.Count == 0 ? "Signatory.AskedAlone" : "Signatory.Asked", waiting.Asker,
            VietNamTime.HourAndDay(waiting.Proposal.AskedAt, Addresses.Language),
            VietNamTime.HourAndDay(waiting.Proposal.ExpiresAt, Addresses.Language), string.Join("; ", waiting.Others)],
        Also = [new(texts["Proposals.ConfirmButton"], addresses.Page("/proposals"))],
    };
}
