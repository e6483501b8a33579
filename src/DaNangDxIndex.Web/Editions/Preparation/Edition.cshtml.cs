using DaNangDxIndex.Assessments;
using DaNangDxIndex.Publications;
using DaNangDxIndex.Publishing;
using DaNangDxIndex.Tenancy;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Editions.Preparation;

/// <summary>The office's page of an edition: what is still to be prepared, or where it stands.</summary>
[Authorize(Policies.Office)]
public sealed class EditionModel(
    EditionsInPreparation editions, PreparedEditions prepared, PublicAmendments amendments, Addresses addresses, TimeProvider clock,
        IStringLocalizer<PreparationTexts> texts) : PageModel
{
    private EditionsInPreparation.Found? _found;

    public Edition Edition => Found.Edition;

    public IReadOnlyList<EditionGroup> Groups => Found.Groups;

    public bool InPreparation => Edition.Stage == EditionStage.Drafting;

    /// <summary>The steps of the preparation; empty once the edition is open.</summary>
    public TaskList? Steps { get; private set; }

    /// <summary>What was amended since it opened.</summary>
    public IReadOnlyList<PublishedAmendment> Amendments { get; private set; } = [];

    public bool CanBeAmended => Edition.Stage is EditionStage.Open or EditionStage.Appraisal;

    /// <summary>An amendment has just been signed.</summary>
    public bool Amended { get; private set; }

    /// <summary>The edition has just been opened.</summary>
    public bool Opened { get; private set; }

    private EditionsInPreparation.Found Found => _found ?? throw new InvalidOperationException("The page is shown only with an edition.");

    public async Task<IActionResult> OnGetAsync(int year, bool opened, bool amended, CancellationToken ct)
    {
        _found = await editions.FindAsync(year, ct);
        if (_found is null)
            return NotFound();
        Opened = opened && !InPreparation;
        Amendments = await amendments.OfAsync(year, ct);
        Amended = amended && Amendments.Count > 0;
        if (InPreparation)
            Steps = StepsOf(Readiness.Of(await prepared.GatherAsync(_found, ct), clock.GetUtcNow()));
        return Page();
    }

    private TaskList StepsOf(Readiness readiness) => new(texts["Edition.Steps"],
        [.. StepPath.All.Select(step => Item(step, [.. readiness.Lacks.Where(lack => lack.Step == step)]))]);

    /// <summary>What blocks is a problem; what has only to be known is under way.</summary>
    private TaskList.Item Item(PreparationStep step, IReadOnlyList<Lack> lacks)
    {
        var blocking = lacks.Count(lack => lack.Blocks);
        var (status, kind) = lacks.Count == 0 ? (texts["Step.Ready"], TaskList.Kind.Done)
            : blocking > 0 ? (texts["Step.Lacking", blocking], TaskList.Kind.Problem)
            : (texts["Step.ToKnow", lacks.Count], TaskList.Kind.InProgress);
        return new(
            texts[$"Step.{step}"], addresses.Page(StepPath.Of(step, Edition.Year)),
            status, kind, lacks.Count == 0 ? null : lacks[0].Sentence.ForReader());
    }
}
