using System.Globalization;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Database;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Text;
using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Publishing;

/// <summary>The last look before signing: what will be published, under which decision, and the one button that does it.</summary>
[Authorize(Policies.Signatory)]
public sealed class PublishModel(
    DxIndexDb db, EditionResults results, PublishEdition publish, IValidator<PublishEdition.Command> rules,
    CurrentAccount account, IStringLocalizer<PublishingTexts> texts) : PageModel
{
    /// <param name="Seen">Digest of the results that were on screen.</param>
    public sealed record Form(string? Seen, string? DecisionNumber, string? DecisionDate);

    private Edition? edition;

    public Edition Edition => edition ?? throw new InvalidOperationException("The page is shown only with an edition.");

    public IReadOnlyList<PublishedGroup> Groups { get; private set; } = [];

    public string Digest { get; private set; } = "";

    public Form Input { get; private set; } = new(null, null, null);

    public Task<IActionResult> OnGetAsync(int year, CancellationToken ct) => ShowAsync(year, ct);

    public async Task<IActionResult> OnPostAsync(int year, Form input, CancellationToken ct)
    {
        Input = input;
        var command = new PublishEdition.Command(year, input.Seen ?? "", Typed(input.DecisionNumber), DateOf(input.DecisionDate));
        if (Typed(input.DecisionDate) is not null && command.DecisionDate is null)
            ModelState.AddModelError(nameof(Form.DecisionDate), texts["Error.DecisionDateForm"]);
        else
            ModelState.Add(rules.Validate(command), texts);
        if (ModelState.IsValid)
        {
            try
            {
                return await publish.HandleAsync(command, account.Actor, ct) is { } done
                    ? RedirectToPage("/Publishing/Published", new { year, number = done.Number })
                    : NotFound();
            }
            catch (RuleViolation refused)
            {
                ModelState.AddModelError("", refused.Sentence.In(CultureInfo.CurrentUICulture.Name));
            }
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return await ShowAsync(year, ct);
    }

    private async Task<IActionResult> ShowAsync(int year, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        edition = await db.Set<Edition>().AsNoTracking().SingleOrDefaultAsync(one => one.Year == year && one.Stage != EditionStage.Imported, ct);
        if (edition is null)
            return NotFound();
        Groups = await results.ComputeAsync(year, ct);
        Digest = PublishedEditionJson.DigestOf(Groups);
        return Page();
    }

    private static string? Typed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static DateOnly? DateOf(string? text) => TypedDate.Read(text).Day;
}
