using DaNangDxIndex.Accounts;
using DaNangDxIndex.Appraisal;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Tenancy;
using DaNangDxIndex.Text;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Homes;

/// <summary>Those who decide criteria, and those who close the rounds.</summary>
public sealed class AppraisalDuties(AppraisalQueue queue, IStringLocalizer<HomeTexts> texts, Addresses addresses)
{
    public async Task<IReadOnlyList<Duty>> OfAsync(Actor actor, IReadOnlyList<Edition> editions, CancellationToken ct)
    {
        Role[] roles = [.. new[] { Role.Appraiser, Role.LeadAppraiser }.Where(actor.Is)];
        var duties = new List<Duty>();
        foreach (var edition in editions.Where(edition =>
            roles.Length > 0 && edition.Stage is not (EditionStage.Published or EditionStage.Drafting)))
        {
            var sheets = (await queue.SheetsAsync(edition, ct)).SelectMany(group => group)
                .Where(sheet => !actor.BelongsTo(sheet.Assessment.Agency)).ToList();
            if (actor.Is(Role.LeadAppraiser) && sheets.Count(sheet => sheet.Reopening is { IsAsked: true }) is > 0 and var asked)
                duties.Add(Reopening(edition, asked));
            duties.AddRange(roles.Select(role => Of(role, actor, edition, sheets)));
        }
        return duties.Count > 0
            ? duties
            : [.. roles.Select(role => new Duty(role, texts["Appraisal.None"]) { After = texts["Appraisal.NoneAfter"] })];
    }

    private Duty Of(Role role, Actor actor, Edition edition, List<AppraisalSheet> sheets)
    {
        var ready = sheets.Count(sheet => sheet.Waiting.Count == 0 && CanBeClosed(edition, sheet.Assessment.State));
        if (role == Role.LeadAppraiser && ready > 0)
        {
            return new(role, texts["Appraisal.Close", ready, edition.Year])
            {
                HowMuch = texts["Appraisal.Closed", sheets.Count(sheet => AssessmentRules.IsSettled(sheet.Assessment.State)), sheets.Count],
                After = texts["Appraisal.CloseAfter"],
                Button = new(texts["Appraisal.CloseButton"], Queue(edition)),
            };
        }
        var waiting = sheets.Select(sheet => AppraisalQueue.WaitingFor(actor, sheet)).ToList();
        var all = sheets.Sum(sheet => AppraisalQueue.InFieldOf(actor, sheet));
        if (waiting.Sum() == 0)
            return Nothing(role, edition);
        return new(role, texts["Appraisal.Decide", waiting.Sum(), waiting.Count(count => count > 0), edition.Year])
        {
            HowMuch = texts["Appraisal.Decided", all - waiting.Sum(), all],
            Bar = (all - waiting.Sum(), all),
            Until = (edition.Stage == EditionStage.Review ? edition.ReviewEndsOn : edition.AppraisalEndsOn) is { } ends
                ? VietNamTime.Day(ends, Addresses.Language)
                : texts["NoDeadline"],
            After = texts["Appraisal.DecideAfter"],
            Button = new(texts["Appraisal.DecideButton"], Queue(edition)),
        };
    }

    /// <summary>Nobody but a lead opens a criterion again, so the office's request waits for one.</summary>
    private Duty Reopening(Edition edition, int asked) => new(Role.LeadAppraiser, texts["Appraisal.Reopen", asked, edition.Year])
    {
        After = texts["Appraisal.ReopenAfter"],
        Button = new(texts["Appraisal.Look"], Queue(edition)),
    };

    private static bool CanBeClosed(Edition edition, AssessmentState state) => state switch
    {
        AssessmentState.Submitted => true,
        AssessmentState.Appraised or AssessmentState.Explained or AssessmentState.Reopened =>
            edition.Stage is EditionStage.Review or EditionStage.Final,
        _ => false,
    };

    private Duty Nothing(Role role, Edition edition) => new(role, texts["Appraisal.Nothing", edition.Year])
    {
        After = edition.Stage == EditionStage.Open && edition.EntryClosesAt is { } closes
            ? texts["Appraisal.NothingUntil", VietNamTime.Deadline(closes, Addresses.Language)]
            : texts["Appraisal.NothingAfter"],
        Also = [new(texts["Appraisal.Look"], Queue(edition))],
    };

    private string Queue(Edition edition) => addresses.Page($"/appraisal/{edition.Year}");
}
