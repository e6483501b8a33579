using DaNangDxIndex.Agencies;
using DaNangDxIndex.Database;
using DaNangDxIndex.Tenancy;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Accounts;

/// <summary>One account: a new one, or changes of one that is there.</summary>
[Authorize(Policies.Administrator)]
public sealed class EditModel(DxIndexDb db, CreateAccount create, ChangeAccount change, Addresses addresses, IStringLocalizer<AccountTexts> texts) : PageModel
{
    public sealed class Form
    {
        public string? UserName { get; set; }

        public string? FullName { get; set; }

        public string? Agency { get; set; }

        public List<string> Roles { get; set; } = [];

        public bool Disabled { get; set; }
    }

    [FromRoute]
    public Guid? Id { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public IReadOnlyList<(string Code, string Name)> Agencies { get; private set; } = [];

    /// <summary>The one-time link, shown this once.</summary>
    public string? Link { get; private set; }

    public bool Saved { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => Id is null || await LoadAsync(Id.Value, ct) ? await ShownAsync(ct) : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Id is not null && !await db.Set<Account>().AnyAsync(account => account.Id == Id, ct))
            return NotFound();
        var roles = Input.Roles.Select(RoleCode.Parse).OfType<Role>().ToList();
        if (Id is null && !IsUserName(Input.UserName))
            ModelState.AddModelError("Input.UserName", texts["UserNameFault"]);
        if (string.IsNullOrWhiteSpace(Input.FullName))
            ModelState.AddModelError("Input.FullName", texts["FullNameMissing"]);
        if (roles.Count == 0)
            ModelState.AddModelError("Input.Roles", texts["RolesMissing"]);
        if (!ModelState.IsValid)
            return await ShownAsync(ct);
        try
        {
            return await SaveAsync(roles, ct);
        }
        catch (RuleViolation refused)
        {
            ModelState.AddModelError(refused.Code == "account.name-taken" ? "Input.UserName" : "Input.Agency", refused.Sentence.In(Addresses.Language));
            return await ShownAsync(ct);
        }
    }

    public async Task<IActionResult> OnPostResetAsync(CancellationToken ct)
    {
        if (Id is null || await change.IssueResetAsync(Id.Value, ct) is not { } token || !await LoadAsync(Id.Value, ct))
            return NotFound();
        Link = LinkOf(token);
        return await ShownAsync(ct);
    }

    private async Task<IActionResult> SaveAsync(List<Role> roles, CancellationToken ct)
    {
        var (fullName, agency) = (Input.FullName?.Trim() ?? "", string.IsNullOrEmpty(Input.Agency) ? null : Input.Agency);
        if (Id is { } id)
        {
            if (!await change.HandleAsync(new(id, fullName, roles, agency, Input.Disabled), ct))
                return NotFound();
            Saved = true;
        }
        else
        {
            var (account, token) = await create.HandleAsync(new(Input.UserName?.Trim() ?? "", fullName, roles, agency), ct);
            (Id, Link) = (account.Id, LinkOf(token));
        }
        return await ShownAsync(ct);
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        var found = await db.Set<Account>().AsNoTracking().SingleOrDefaultAsync(account => account.Id == id, ct);
        if (found is not null)
            Input = new() { UserName = found.UserName, FullName = found.FullName, Agency = found.AgencyCode, Roles = found.Roles, Disabled = found.Disabled };
        return found is not null;
    }

    private async Task<PageResult> ShownAsync(CancellationToken ct)
    {
        var agencies = await db.Set<Agency>().AsNoTracking().ToListAsync(ct);
        Agencies = [.. agencies.Select(agency => (agency.Code, agency.Name.In(Addresses.Language))).OrderBy(agency => agency.Item2, StringComparer.CurrentCulture)];
        if (!ModelState.IsValid)
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private string LinkOf(string token) => $"{addresses.Absolute("/accounts/reset")}?token={token}";

    private static bool IsUserName(string? name) =>
        name?.Trim() is { Length: >= 3 and <= 100 } trimmed && trimmed.All(letter => char.IsAsciiLetterOrDigit(letter) || "-._@+".Contains(letter, StringComparison.Ordinal));
}
