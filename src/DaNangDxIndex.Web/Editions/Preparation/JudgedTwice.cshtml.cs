using System.Globalization;
using DaNangDxIndex.Appraisal;
using DaNangDxIndex.Database;
using DaNangDxIndex.Frame;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Editions.Preparation;

/// <summary>Which share of an edition's criteria is judged by two people who do not see each other.</summary>
[Authorize(Policies.Office)]
public sealed class JudgedTwiceModel(
    DxIndexDb db, EditionsInPreparation editions, SetSample set, IStringLocalizer<PreparationTexts> texts) : PageModel, IShowsRefusals
{
    public const string Field = "percent";

    private Edition? _edition;

    [FromRoute]
    public int Year { get; set; }

    public Edition Edition => _edition ?? throw new InvalidOperationException("The page is shown only with an edition.");

    public bool CanChange => Edition.Stage == EditionStage.Drafting;

    public string Percent { get; private set; } = "0";

    public int Version { get; private set; }

    public bool Saved { get; private set; }

    public async Task<IActionResult> OnGetAsync(bool saved, CancellationToken ct)
    {
        Saved = saved;
        if (!await FindAsync(ct))
            return NotFound();
        var sample = await SampleAsync(ct);
        Percent = (sample?.Percent ?? 0).ToString(CultureInfo.InvariantCulture);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? percent, int version, CancellationToken ct)
    {
        Percent = percent ?? "";
        if (int.TryParse(Percent.Trim().TrimEnd('%'), NumberStyles.None, CultureInfo.InvariantCulture, out var share))
            return await set.HandleAsync(new(Year, share, version), ct) ? RedirectToPage(new { Year, saved = true }) : NotFound();
        ModelState.AddModelError(Field, texts["Twice.NoNumber", Sample.Most]);
        return await FindAsync(ct) ? Page() : NotFound();
    }

    public string FieldOf(RuleViolation refused) => refused.Code == "sample.percent" ? Field : "";

    public async Task<IActionResult> ShowAgainAsync(RuleViolation refused, CancellationToken ct) =>
        await FindAsync(ct) ? Page() : NotFound();

    private async Task<bool> FindAsync(CancellationToken ct)
    {
        _edition = (await editions.FindAsync(Year, ct))?.Edition;
        Version = (await SampleAsync(ct))?.Version ?? 0;
        return _edition is not null;
    }

    private Task<Sample?> SampleAsync(CancellationToken ct) =>
        db.Set<Sample>().AsNoTracking().SingleOrDefaultAsync(sample => sample.Year == Year, ct);
}
