using DaNangDxIndex.Accounts;
using DaNangDxIndex.Database;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Tenancy;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Assessments;

/// <summary>Where a signed-in person starts: what is to be done, by role.</summary>
[Authorize(Policies.SignedIn)]
public sealed class WorkModel(DxIndexDb db, AssessmentSheets sheets, AssessmentWords words, Addresses addresses, CurrentAccount account) : PageModel
{
    public string Name => account.Name;

    public IReadOnlyList<TaskList> Lists { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var running = await db.Set<Edition>().AsNoTracking()
            .Where(edition => edition.Stage != EditionStage.Imported && edition.Stage != EditionStage.Drafting)
            .OrderByDescending(edition => edition.Year).ToListAsync(ct);
        Lists = [.. new[] { await OwnAsync(running, ct), Appraisal(running), Editions(running), Administration() }.Where(list => list.Items.Count > 0)];
    }

    private async Task<TaskList> OwnAsync(List<Edition> running, CancellationToken ct)
    {
        var items = new List<TaskList.Item>();
        if (account.Agency is { } agency && (account.Is(Role.Assessor) || account.Is(Role.Approver)))
        {
            foreach (var edition in running)
            {
                if (await sheets.FindAsync(edition.Year, agency, ct) is { } sheet)
                    items.Add(Own(sheet));
            }
        }
        return new(words["Work.Own"], items);
    }

    private TaskList.Item Own(AssessmentSheet sheet)
    {
        var awaited = sheet.Assessment.State == AssessmentState.AwaitingApproval && account.Is(Role.Approver);
        var heard = AssessmentRules.IsHeard(sheet.Assessment, sheet.Edition);
        var href = addresses.Page(awaited ? AssessmentPath.Check(sheet) : heard ? AssessmentPath.Result(sheet) : AssessmentPath.Of(sheet));
        var kind = sheet.Assessment.State switch
        {
            AssessmentState.Entering when sheet.Filled == 0 => TaskList.Kind.ToDo,
            AssessmentState.Entering => TaskList.Kind.InProgress,
            AssessmentState.Returned => TaskList.Kind.Problem,
            AssessmentState.AwaitingApproval => awaited ? TaskList.Kind.ToDo : TaskList.Kind.InProgress,
            _ => TaskList.Kind.Done,
        };
        var hint = heard ? words["Work.Heard"] : kind == TaskList.Kind.Done ? null : words["Work.Filled", sheet.Filled, sheet.Of];
        return new(words["Overview.Title", sheet.Assessment.Year, AssessmentWords.In(sheet.Agency.Name)], href, sheet.Assessment.State.InWords().ForReader(), kind, hint);
    }

    private TaskList Appraisal(List<Edition> running) => new(words["Work.Appraisal"],
        account.Is(Role.Appraiser) || account.Is(Role.LeadAppraiser) ? [.. running.Where(IsRunning).Select(edition => Link(edition, "Work.Queue", $"/appraisal/{edition.Year}"))] : []);

    private TaskList Editions(List<Edition> running) => new(words["Work.Editions"],
    [
        .. account.Is(Role.Office) ? running.Where(IsRunning).Select(edition => Link(edition, "Work.Progress", $"/editions/{edition.Year}/progress")) : [],
        .. account.Is(Role.Office) || account.Is(Role.Signatory) ? running.Where(IsRunning).Select(edition => Link(edition, "Work.Preview", $"/editions/{edition.Year}/preview")) : [],
        .. account.Is(Role.Signatory) ? running.Where(IsRunning).Select(edition => Link(edition, "Work.Publish", $"/editions/{edition.Year}/publish")) : [],
    ]);

    private TaskList Administration() => new(words["Work.Administration"],
    [
        .. account.Is(Role.Administrator) ? [new TaskList.Item(words["Work.Accounts"], addresses.Page("/accounts"), "", TaskList.Kind.Done)] : Array.Empty<TaskList.Item>(),
        .. account.Is(Role.Auditor) ? [new TaskList.Item(words["Work.Audit"], addresses.Page("/audit"), "", TaskList.Kind.Done)] : Array.Empty<TaskList.Item>(),
    ]);

    private TaskList.Item Link(Edition edition, string key, string path) =>
        new(words[key, edition.Year], addresses.Page(path), edition.Stage.InWords().ForReader(), TaskList.Kind.Done);

    private static bool IsRunning(Edition edition) => edition.Stage != EditionStage.Published;
}
