using System.Text;
using DaNangDxIndex.Agencies;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Database;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Publishing;
using DaNangDxIndex.Tenancy;
using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Amendments;

/// <summary>
/// Amending a group's criteria: the changes by form or by file, then whose points they move, then reason, document and signature.
/// </summary>
[Authorize(Policies.Office)]
[RequestSizeLimit(2 * LargestFile)]
public sealed class AmendModel(
    DxIndexDb db, AmendCriteria amend, IValidator<AmendedUnder> rules, CurrentAccount account,
    IStringLocalizer<AmendmentTexts> texts) : PageModel, IShowsRefusals
{
    private const int LargestFile = 1024 * 1024;

    public sealed record Form(string? Reason, DocumentKind? Kind, string? Number, string? Date);

    private Edition? _edition;
    private EditionGroup? _found;
    private CriteriaSet? _criteria;
    private CriteriaSet? _wanted;

    [FromRoute]
    public int Year { get; set; }

    [FromRoute]
    public string Group { get; set; } = "";

    public EditionGroup Found => _found ?? throw new InvalidOperationException("The page is shown only with a group.");

    /// <summary>In force.</summary>
    public CriteriaSet Criteria => _criteria ?? throw new InvalidOperationException("The page is shown only with criteria.");

    public TypedCriteria Typed { get; private set; } = new();

    public Form Under { get; private set; } = new(null, DocumentKind.Decision, null, null);

    /// <summary>What the change does; null until it has been asked for.</summary>
    public AmendCriteria.Trial? Trial { get; private set; }

    private Dictionary<string, Bilingual> _names = [];

    public IReadOnlyList<MovedAgency> Named(IReadOnlyList<Movement> moved) =>
        [.. moved.Select(movement => movement.Named(_names.GetValueOrDefault(movement.Agency)))];

    public AmendedUnder AmendedUnder => new(Under.Reason, Under.Kind, Under.Number, Under.Date, _edition?.Illustrative == true);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct))
            return NotFound();
        Typed = TypedCriteria.Of(Criteria, Addresses.Language);
        return Page();
    }

    /// <summary>The criteria in force as a file, to be changed and sent back.</summary>
    public async Task<IActionResult> OnGetFileAsync(CancellationToken ct) => await FindAsync(ct)
        ? File(Encoding.UTF8.GetBytes(CriteriaFile.Write(Criteria)), "application/json", $"{Year}-{Group}.json")
        : NotFound();

    public async Task<IActionResult> OnPostReviewAsync(TypedCriteria typed, IFormFile? file, CancellationToken ct)
    {
        if (!await FindAsync(ct))
            return NotFound();
        Typed = typed;
        var after = file is { Length: > 0 } ? await ReadAsync(file, ct) : Read();
        if (after is not null)
            Trial = await amend.TryAsync(new(Year, Group, after), ct);
        return Page();
    }

    /// <param name="after">The criteria that were reviewed, packed.</param>
    /// <param name="seen">Digest of the trial that was on screen.</param>
    public async Task<IActionResult> OnPostSignAsync(string? after, string? seen, Form under, CancellationToken ct)
    {
        Under = under;
        if (!await FindAsync(ct) || PackedCriteria.Unpack(after) is not { } reviewed)
            return NotFound();
        (Typed, _wanted) = (TypedCriteria.Of(reviewed, Addresses.Language), reviewed);
        ModelState.Add(rules.Validate(AmendedUnder), texts);
        if (!ModelState.IsValid)
        {
            Trial = await amend.TryAsync(new(Year, Group, reviewed), ct);
            return Page();
        }

        return await amend.HandleAsync(
            new(new(Year, Group, reviewed), seen ?? "", under.Reason?.Trim() ?? "", AmendedUnder.Document), account.Actor, ct)
            ? RedirectToPage("/Editions/Preparation/Edition", new { Year, amended = true })
            : NotFound();
    }

    /// <summary>
    /// What was typed stays. Where only the figures have moved since, the change is tried on them at once and can be signed again.
    /// </summary>
    public async Task<IActionResult> ShowAgainAsync(RuleViolation refused, CancellationToken ct)
    {
        if (!await FindAsync(ct))
            return NotFound();
        if (refused is ChangedMeanwhile && _wanted is not null)
            Trial = await amend.TryAsync(new(Year, Group, _wanted), ct);
        return Page();
    }

    private CriteriaSet? Read()
    {
        var (after, faults) = Typed.Over(Criteria, Addresses.Language);
        foreach (var fault in faults)
            ModelState.AddModelError(fault.Field, fault.Sentence.ForReader());
        return after;
    }

    private async Task<CriteriaSet?> ReadAsync(IFormFile file, CancellationToken ct)
    {
        if (file.Length > LargestFile)
        {
            ModelState.AddModelError("file", texts["Error.FileLarge"]);
            return null;
        }

        using var reader = new StreamReader(file.OpenReadStream(), Encoding.UTF8);
        var reading = CriteriaFile.Read(await reader.ReadToEndAsync(ct));
        foreach (var problem in reading.Problems.Take(50))
            ModelState.AddModelError("file", texts["File.Problem", problem.Line, problem.Message.ForReader()]);
        if (reading.Set is { } set)
            Typed = TypedCriteria.Of(set, Addresses.Language);
        return reading.Set;
    }

    private async Task<bool> FindAsync(CancellationToken ct)
    {
        _edition = await db.Set<Edition>().AsNoTracking().SingleOrDefaultAsync(edition => edition.Year == Year, ct);
        _found = await db.Set<EditionGroup>().AsNoTracking().SingleOrDefaultAsync(group => group.Year == Year && group.Code == Group, ct);
        if (_edition is not { Stage: EditionStage.Open or EditionStage.Appraisal } || _found?.CriteriaFile is not { } file)
            return false;
        _criteria = CriteriaFile.Read(file).Require();
        _names = await db.Set<Agency>().AsNoTracking()
            .ToDictionaryAsync(agency => agency.Code, agency => agency.Name, StringComparer.Ordinal, ct);
        return true;
    }
}
