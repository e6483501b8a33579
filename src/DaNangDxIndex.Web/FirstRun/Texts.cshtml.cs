using DaNangDxIndex.Frame;
using DaNangDxIndex.Tenancy;
using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.FirstRun;

/// <summary>The texts and colours of the tenant on one form.</summary>
[Authorize(Policies.SettingUp)]
public sealed class TextsModel(
    CurrentTenant current, ChangeTexts change, IValidator<ChangeTexts.Command> rules, IStringLocalizer<FirstRunTexts> texts)
    : PageModel, IShowsRefusals
{
    public sealed record Form(
        string? NameVi, string? NameEn, string? AuthorityVi, string? AuthorityEn,
        string? IssuerVi, string? IssuerEn, string? PlaceVi, string? PlaceEn,
        string? Hue, int Version);

    public Form Input { get; private set; } = new(null, null, null, null, null, null, null, null, null, 0);

    public bool Saved { get; private set; }

    public void OnGet(bool saved)
    {
        var (tenant, head) = (current.Required, current.Required.Letterhead);
        Saved = saved;
        Input = new(
            tenant.Name.Vi, tenant.Name.En, head.Authority.Vi, head.Authority.En,
            head.Issuer.Vi, head.Issuer.En, head.Place.Vi, head.Place.En,
            tenant.Hue ?? Hue.All[0].Code, tenant.Version);
    }

    public async Task<IActionResult> OnPostAsync(Form input, CancellationToken ct)
    {
        Input = input;
        var command = new ChangeTexts.Command(
            Both(input.NameVi, input.NameEn),
            new(Both(input.AuthorityVi, input.AuthorityEn), Both(input.IssuerVi, input.IssuerEn), Both(input.PlaceVi, input.PlaceEn)),
            input.Hue ?? "", input.Version);
        foreach (var fault in rules.Validate(command).Errors)
            ModelState.AddModelError(fault.PropertyName, texts["Error." + fault.ErrorCode, NameOf(fault.PropertyName)]);
        if (!ModelState.IsValid)
            return Page();
        await change.HandleAsync(command, ct);
        return RedirectToPage(new { saved = true });
    }

    public Task<IActionResult> ShowAgainAsync(RuleViolation refused, CancellationToken ct)
    {
        Input = Input with { Version = current.Required.Version };
        return Task.FromResult<IActionResult>(Page());
    }

    /// <summary>"Địa danh, tiếng Anh": the list of faults stands apart from the fields, and four of them look alike.</summary>
    private string NameOf(string field)
    {
        var language = field.EndsWith("Vi", StringComparison.Ordinal) ? "InVietnamese" : "InEnglish";
        return texts["Texts.Field", texts["Texts." + field[..^2]], texts[language]];
    }

    private static Bilingual Both(string? vi, string? en) => new(vi?.Trim() ?? "", en?.Trim() ?? "");
}
