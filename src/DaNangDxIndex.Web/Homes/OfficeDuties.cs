using DaNangDxIndex.Accounts;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Database;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Evidence;
using DaNangDxIndex.Evidence.Scanning;
using DaNangDxIndex.Tenancy;
using DaNangDxIndex.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Homes;

/// <summary>
/// The standing office: a duty for each edition that runs, by its stage, and the registers that it keeps all the year round.
/// </summary>
public sealed class OfficeDuties(
    DxIndexDb db, EditionWays ways, IStringLocalizer<HomeTexts> texts, Addresses addresses, EvidenceStore store, Clamd scanner,
    TimeProvider clock)
{
    /// <param name="last">The last edition that was published; null before the first.</param>
    public async Task<IEnumerable<Duty>> OfAsync(List<Edition> running, Edition? last, CancellationToken ct) =>
        Registers(await LedAsync(running, ct), last);

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

    /// <summary>What is not set up for evidence: nobody should believe in a scanner that is not there.</summary>
    private string? EvidenceNote => !store.IsSetUp ? texts["Office.NoStore"].Value
        : !scanner.IsSetUp ? texts["Office.NoScanner"].Value
        : null;

    private async Task<IReadOnlyList<Duty>> LedAsync(List<Edition> running, CancellationToken ct)
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
        return running.ConvertAll(edition => Of(edition, [.. assessments[edition.Year]]));
    }

    private Duty Of(Edition edition, List<Assessment> all) => edition.Stage switch
    {
        EditionStage.Drafting => Led(edition, "Office.Drafting", "Office.DraftingAfter") with
        {
            Button = new(texts["Office.DraftingButton"], addresses.Page($"/editions/{edition.Year}/office")),
            Also = [],
        },
        EditionStage.Open => Open(edition, all),
        EditionStage.Final =>
            new(Role.Office, texts["Office.Final", edition.Year]) { After = texts["Office.FinalAfter"], Also = [ways.Preview(edition)] },
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
                Also = [ways.Progress(edition)],
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
            Until = ways.Day(edition.Stage == EditionStage.Review ? edition.ReviewEndsOn : edition.AppraisalEndsOn),
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
        new(Role.Office, texts[what, edition.Year, count])
        {
            After = texts[after], Button = ways.Progress(edition), Also = [ways.Preview(edition)],
        };
}
