using DaNangDxIndex.Accounts;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Tenancy;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Homes;

/// <summary>The steering committee: what is ready to be signed, and what is still on its way.</summary>
public sealed class SignatoryDuties(EditionWays ways, IStringLocalizer<HomeTexts> texts, Addresses addresses)
{
    public IEnumerable<Duty> Of(List<Edition> running)
    {
        var ready = running.Where(edition => edition.Stage == EditionStage.Final)
            .Select(edition => new Duty(Role.Signatory, texts["Signatory.Sign", edition.Year])
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
}
