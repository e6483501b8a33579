using DaNangDxIndex.Agencies;
using DaNangDxIndex.Database;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Tenancy;
using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Accounts;

/// <summary>One account: a new one, or changes of one that is there.</summary>
[Authorize(Policies.Administrator)]
public sealed class EditModel(
    DxIndexDb db, CreateAccount create, ChangeAccount change, IValidator<CreateAccount.Command> createRules, IValidator<ChangeAccount.Command> changeRules,
    Addresses addresses, IStringLocalizer<AccountTexts> texts) : PageModel, IShowsRefusals
{
    public sealed class Form
    {
        public string? UserName { get; set; }

        public string? FullName { get; set; }

        public string? Agency { get; set; }

        public List<string> Roles { get; set; } = [];

        public bool Disabled { get; set; }

        /// <summary>The version of the account that the form was filled in from.</summary>
        public int Version { get; set; }
    }

    [FromRoute]
    public Guid? Id { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public IReadOnlyList<(string Code, string Name)> Agencies { get; private set; } = [];

    /// <summary>What somebody else has stored meanwhile, shown beside what was sent.</summary>
    public Form? Theirs { get; private set; }

    /// <summary>The one-time link, shown this once.</summary>
    public string? Link { get; private set; }

    public bool Saved { get; private set; }

    public string NameOf(string? agency) => Agencies.FirstOrDefault(one => one.Code == agency).Name ?? texts["AgencyNone"];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (Id is { } id)
        {
            if (await StoredAsync(id, ct) is not { } stored)
                return NotFound();
            Input = stored;
        }
        return await ShownAsync(ct);
    }

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => Id is { } id ? ChangeAsync(id, ct) : CreateAsync(ct);

    public async Task<IActionResult> OnPostResetAsync(CancellationToken ct)
    {
        if (Id is not { } id || await change.IssueResetAsync(id, ct) is not { } token || await StoredAsync(id, ct) is not { } stored)
            return NotFound();
        (Input, Link) = (stored, LinkOf(token));
        return await ShownAsync(ct);
    }

    private async Task<IActionResult> CreateAsync(CancellationToken ct)
    {
        var command = new CreateAccount.Command(Input.UserName?.Trim() ?? "", FullName, Roles, Agency);
        Add(createRules.Validate(command));
        if (!ModelState.IsValid)
            return await ShownAsync(ct);
        var (account, token) = await create.HandleAsync(command, ct);
        (Id, Link, Input.Version) = (account.Id, LinkOf(token), account.Version);
        return await ShownAsync(ct);
    }

    private async Task<IActionResult> ChangeAsync(Guid id, CancellationToken ct)
    {
        if (await StoredAsync(id, ct) is not { } stored)
            return NotFound();
        var command = new ChangeAccount.Command(id, Input.Version, FullName, Roles, Agency, Input.Disabled);
        Add(changeRules.Validate(command));
        if (!ModelState.IsValid)
            return await ShownAsync(ct);
        Input.UserName = stored.UserName;
        Saved = await change.HandleAsync(command, ct);
        Input.Version++;
        return await ShownAsync(ct);
    }

    public async Task<IActionResult> ShowAgainAsync(RuleViolation refused, CancellationToken ct)
    {
        if (refused is ChangedMeanwhile && Id is { } id)
        {
            // The next save is made knowing theirs.
            Theirs = await StoredAsync(id, ct);
            Input.Version = Theirs?.Version ?? 0;
        }

        return await ShownAsync(ct);
    }

    public string FieldOf(RuleViolation refused) => refused.Code switch
    {
        "account.name-taken" => "Input.UserName",
        "account.agency-missing" or "account.agency-unknown" => "Input.Agency",
        _ => refused is ChangedMeanwhile ? "" : "Input.Roles",
    };

    private string FullName => Input.FullName?.Trim() ?? "";

    private List<Role> Roles => [.. Input.Roles.Select(RoleCode.Parse).OfType<Role>()];

    private string? Agency => string.IsNullOrEmpty(Input.Agency) ? null : Input.Agency;

    private void Add(FluentValidation.Results.ValidationResult found) => ModelState.Add(
        found, texts, ("UserName", "Input.UserName"), ("FullName", "Input.FullName"), ("Roles", "Input.Roles"));

    private Task<Form?> StoredAsync(Guid id, CancellationToken ct) => db.Set<Account>().AsNoTracking().Where(account => account.Id == id)
        .Select(found => new Form
        {
            UserName = found.UserName,
            FullName = found.FullName,
            Agency = found.AgencyCode,
            Roles = found.Roles,
            Disabled = found.Disabled,
            Version = found.Version,
        })
        .SingleOrDefaultAsync(ct);

    private async Task<PageResult> ShownAsync(CancellationToken ct)
    {
        var agencies = await db.Set<Agency>().AsNoTracking().ToListAsync(ct);
        Agencies = [.. agencies.Select(agency => (agency.Code, agency.Name.In(Addresses.Language))).OrderBy(agency => agency.Item2, StringComparer.CurrentCulture)];
        return Page();
    }

    private string LinkOf(string token) => $"{addresses.Absolute("/accounts/reset")}?token={token}";
}
