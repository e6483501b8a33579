using DaNangDxIndex.Evidence;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Tenancy;
using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Assessments;

/// <summary>Shows one piece for several criteria at once.</summary>
[Authorize(Policies.AgencyStaff)]
public sealed class PieceCriteriaModel(
    AssessmentSheets sheets, ShownEvidence evidence, FolderContents folder, AttachEvidence attach, IValidator<AttachEvidence.Command> rules,
    IStringLocalizer<AssessmentTexts> texts, CurrentAccount account, Addresses addresses, TimeProvider clock) : PageModel, IShowsRefusals
{
    private AssessmentSheet? _sheet;
    private ShownPiece? _shown;

    [FromRoute]
    public int Year { get; set; }

    [FromRoute]
    public string Agency { get; set; } = "";

    [FromRoute(Name = "piece")]
    public Guid Id { get; set; }

    public AssessmentSheet Sheet => _sheet ?? throw new InvalidOperationException("The handler loads the sheet first.");

    public ShownPiece Shown => _shown ?? throw new InvalidOperationException("The handler loads the piece first.");

    public EvidenceOfAssessment Evidence { get; private set; } = EvidenceOfAssessment.None;

    public RuleViolation? Refusal { get; private set; }

    public IReadOnlyCollection<string> Chosen { get; private set; } = [];

    public string? Where { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        (_sheet, _shown) = (await sheets.FindAsync(Year, Agency, ct), await folder.FindAsync(Agency, Id, ct));
        if (_sheet is null || _shown is null)
            return NotFound();
        Evidence = await evidence.OfAsync(Year, Agency, ct);
        Refusal = EvidenceRules.AttachRefusal(_sheet.Assessment, _sheet.Edition, account.Actor, clock.GetUtcNow());
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string[] criteria, string? where, CancellationToken ct)
    {
        (Chosen, Where) = (criteria, where);
        var command = new AttachEvidence.Command(Year, Agency, Id, criteria, where);
        ModelState.Add(rules.Validate(command), texts, (nameof(command.Note), "where"), (nameof(command.Criteria), "criteria"));
        if (!ModelState.IsValid)
            return await OnGetAsync(ct);
        return await attach.HandleAsync(command, account.Actor, ct) is null
            ? NotFound()
            : Redirect(addresses.Page($"{EvidencePath.Folder(Agency)}/pieces/{Id}"));
    }

    public Task<IActionResult> ShowAgainAsync(RuleViolation refused, CancellationToken ct) => OnGetAsync(ct);
}
