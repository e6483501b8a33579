using DaNangDxIndex.Accounts;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Database;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Evidence;
using DaNangDxIndex.Evidence.Scanning;
using DaNangDxIndex.Publishing.Corrections;
using DaNangDxIndex.Tenancy;
using DaNangDxIndex.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Homes;

/// <summary>The standing office, which leads the year, and the steering committee, which signs.</summary>
public sealed class EditionDuties(
    DxIndexDb db, IStringLocalizer<HomeTexts> texts, Addresses addresses, EvidenceStore store, Clamd scanner, TimeProvider clock)
{
    public async Task<IReadOnlyList<Duty>> OfAsync(Actor actor, IReadOnlyList<Edition> editions, CancellationToken ct)
    {
        var running = editions.Where(edition => edition.Stage != EditionStage.Published).ToList();
        var duties = new List<Duty>();
        if (actor.Is(Role.Office))
            duties.AddRange(Registers(await OfficeAsync(running, ct), editions.FirstOrDefault(IsPublished)));
        if (actor.Is(Role.Signatory))
            duties.AddRange(Signatory(running));
        return [.. await CorrectionsAsync(actor, ct), .. duties];
    }

    /// <summary>Corrections on their way: the office goes on, and the signatory signs once there is something to sign.</summary>
    private async Task<IEnumerable<Duty>> CorrectionsAsync(Actor actor, CancellationToken ct)
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
                duties.Add(new(Role.Signatory, texts["Signatory.Correct", draft.Year])
                {
                    After = texts["Signatory.CorrectAfter"], Button = new(texts["Signatory.CorrectButton"], page),
                });
        }

        return duties;
    }

    /// <summary>What is not set up for evidence: nobody should believe in a scanner that is not there.</summary>
    private string? EvidenceNote => !store.IsSetUp ? texts["Office.NoStore"].Value
        : !scanner.IsSetUp ? texts["Office.NoScanner"].Value
        : null;

    /// <summary>What the office keeps all the year round stands once, with its first duty.</summary>
    private IEnumerable<Duty> Registers(IReadOnlyList<Duty> duties, Edition? last) => duties.Select((duty, index) => index > 0 ? duty
        : duty with
    {
        Note = duty.Note ?? EvidenceNote,
        Also =
        [
            .. duty.Also,
            new(texts["Office.Agencies"], addresses.Page("/agencies")),
            new(texts["Office.PastResults"], addresses.Page("/past-results")),
            .. last is null ? Array.Empty<Duty.Way>() :
            [
                new(texts["Office.Commitments", last.Year], addresses.Page($"/editions/{last.Year}/commitments")),
                new(texts["Office.Targets", last.Year], addresses.Page($"/editions/{last.Year}/targets/import")),
            ],
        ],
    });

    private static bool IsPublished(Edition edition) => edition.Stage == EditionStage.Published;

    private async Task<IReadOnlyList<Duty>> OfficeAsync(List<Edition> running, CancellationToken ct)
    {
        if (running.Count == 0)
            return [new(Role.Office, texts["Office.None"])
            {
                After = texts["Office.NoneAfter"],
                Button = new(texts["Office.NoneButton"], addresses.Page("/editions")),
            }];
        var years = running.ConvertAll(edition => edition.Year);
        var assessments = (await db.Set<Assessment>().AsNoTracking().Where(assessment => years.Contains(assessment.Year)).ToListAsync(ct))
            .ToLookup(assessment => assessment.Year);
        return running.ConvertAll(edition => Office(edition, [.. assessments[edition.Year]]));
    }

    private Duty Office(Edition edition, List<Assessment> all) => edition.Stage switch
    {
        EditionStage.Drafting => Led(edition, "Office.Drafting", "Office.DraftingAfter") with
        {
            Button = new(texts["Office.DraftingButton"], addresses.Page($"/editions/{edition.Year}/office")),
            Also = [],
        },
        EditionStage.Open => Open(edition, all),
        EditionStage.Final =>
            new(Role.Office, texts["Office.Final", edition.Year]) { After = texts["Office.FinalAfter"], Also = [Preview(edition)] },
        _ => Appraised(edition, all),
    };

    private Duty Open(Edition edition, List<Assessment> all)
    {
        var missing = all.Where(assessment => !assessment.IsHandedIn && assessment.State != AssessmentState.NotSubmitted).ToList();
        var late = missing.Count(assessment => assessment.ClosesAt(edition) <= clock.GetUtcNow());
        var duty = missing.Count == 0 ? Led(edition, "Office.AllIn", "Office.AllInAfter")
            : late == 0 ? Led(edition, "Office.Open", "Office.OpenAfter")
            : Led(edition, "Office.Late", "Office.LateAfter", late) with
            {
                Button = new(texts["Office.LateButton"], addresses.Page($"/editions/{edition.Year}/not-submitted")),
                Also = [Progress(edition)],
            };
        return duty with
        {
            HowMuch = texts["Office.HandedIn", all.Count - missing.Count, all.Count],
            Bar = (all.Count - missing.Count, all.Count),
            Until = edition.EntryClosesAt is { } closes ? VietNamTime.Deadline(closes, Addresses.Language) : texts["NoDeadline"],
        };
    }

    private Duty Appraised(Edition edition, List<Assessment> all)
    {
        if (edition.Stage == EditionStage.Explanation)
            return Replying(edition, all);
        var firstOfTwo = edition is { Stage: EditionStage.Appraisal, Rounds: 2 };
        var settled = all.Count(assessment => AssessmentRules.IsSettled(assessment.State)
            || (firstOfTwo && assessment.State == AssessmentState.Appraised));
        var isDone = settled == all.Count;
        return Led(edition, isDone ? "Office.AllAppraised" : "Office.Appraisal", AfterAppraisal(isDone, firstOfTwo)) with
        {
            HowMuch = texts["Office.Settled", settled, all.Count],
            Bar = (settled, all.Count),
            Until = Day(edition.Stage == EditionStage.Review ? edition.ReviewEndsOn : edition.AppraisalEndsOn),
        };
    }

    private static string AfterAppraisal(bool isDone, bool firstOfTwo) =>
        firstOfTwo ? "Office.RepliesAfter" : isDone ? "Office.AllAppraisedAfter" : "Office.AppraisalAfter";

    private Duty Replying(Edition edition, List<Assessment> all)
    {
        var replied = all.Count(assessment => assessment.State == AssessmentState.Explained);
        return Led(edition, "Office.Replying", "Office.ReplyingAfter") with
        {
            HowMuch = texts["Office.Replied", replied, all.Count(assessment => assessment.State != AssessmentState.NotSubmitted)],
            Until = edition.RepliesCloseAt is { } closes ? VietNamTime.Deadline(closes, Addresses.Language) : texts["NoDeadline"],
        };
    }

    private Duty Led(Edition edition, string what, string after, int count = 0) =>
        new(Role.Office, texts[what, edition.Year, count]) { After = texts[after], Button = Progress(edition), Also = [Preview(edition)] };

    private IEnumerable<Duty> Signatory(List<Edition> running)
    {
        var ready = running.Where(edition => edition.Stage == EditionStage.Final)
            .Select(edition => new Duty(Role.Signatory, texts["Signatory.Sign", edition.Year])
            {
                Until = Day(edition.Calendar.PublishesOn),
                After = texts["Signatory.SignAfter"],
                Button = new(texts["Signatory.SignButton"], addresses.Page($"/editions/{edition.Year}/publish")),
                Also = [Preview(edition)],
            });
        var waiting = running.Where(edition => edition.Stage is not (EditionStage.Final or EditionStage.Drafting))
            .Select(edition => new Duty(Role.Signatory, texts["Signatory.Waiting", edition.Year])
            {
                HowMuch = texts["Signatory.Stage", edition.Stage.InWords().ForReader()],
                After = texts["Signatory.WaitingAfter"],
                Also = [Progress(edition), Preview(edition)],
            });
        var duties = ready.Concat(waiting).ToList();
        return duties.Count > 0 ? duties : [new(Role.Signatory, texts["Signatory.None"]) { After = texts["Signatory.WaitingAfter"] }];
    }

    private string Day(DateOnly? day) => day is { } known ? VietNamTime.Day(known, Addresses.Language) : texts["NoDeadline"];

    private Duty.Way Progress(Edition edition) =>
        new(texts["ProgressOf", edition.Year], addresses.Page($"/editions/{edition.Year}/progress"));

    private Duty.Way Preview(Edition edition) => new(texts["PreviewOf", edition.Year], addresses.Page($"/editions/{edition.Year}/preview"));
}
