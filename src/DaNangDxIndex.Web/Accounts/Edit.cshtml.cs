using DaNangDxIndex.Database;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Tenancy;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Accounts;

/// <summary>One account: a new one, or changes of one that is there. The agency's administrator sees only those it keeps.</summary>
[Authorize(Policies.Accounts), Present]
public sealed class EditModel(
    DxIndexDb db, CurrentAccount current, CreateAccount create, ChangeAccount change, IssueLinks issue,
    Addresses addresses, IStringLocalizer<AccountTexts> texts) : PageModel, IShowsRefusals
{
    [FromRoute]
    public Guid? Id { get; set; }

    [BindProperty]
    public AccountForm Input { get; set; } = new();

    public AgencyNames? Agencies { get; private set; }

    /// <summary>What this person may give: the agency's administrator only those who enter and approve in that agency.</summary>
    public IEnumerable<Role> Offered =>
        IsAdministrator ? Enum.GetValues<Role>() : [Role.Assessor, Role.Approver];

    public bool IsAdministrator => current.Is(Role.Administrator);

    /// <summary>Roles of this account that wait for a second administrator.</summary>
    public IReadOnlyList<Role> Waiting { get; private set; } = [];

    /// <summary>What somebody else has stored meanwhile, shown beside what was sent.</summary>
    public AccountForm? Theirs { get; private set; }

    /// <summary>The one-time link, shown this once.</summary>
    public string? Link { get; private set; }

    /// <summary>A second administrator hands over a code, without which the link does not open the account.</summary>
    public bool LinkNeedsCode { get; private set; }

    public bool Saved { get; private set; }

    /// <summary>Who has taken over the work, by name.</summary>
    public string? HandedTo { get; private set; }

    public string NameOf(string? agency) => Agencies?.Of(agency) ?? texts["AgencyNone"];

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
        if (Id is not { } id || await StoredAsync(id, ct) is not { } stored)
            return NotFound();
        Input = stored;
        if ((await issue.HandleAsync(new([id]), ct)).SingleOrDefault() is { } issued)
            (Link, LinkNeedsCode) = (Slip.LinkOf(issued.Token, addresses), issued.Account.Reset.InHalves);
        else
            ModelState.AddModelError("", texts["LinkClosed"]);
        return await ShownAsync(ct);
    }

    private async Task<IActionResult> CreateAsync(CancellationToken ct)
    {
        Check(Input.Faults().Prepend(("UserName", AccountFields.UserNameFault(Input.Name))));
        if (!ModelState.IsValid)
            return await ShownAsync(ct);
        var command = new CreateAccount.Command(Input.Name, Input.WholeName, Input.Held, Agency)
        {
            Phone = Input.PhoneOrNone,
            Mail = Input.MailOrNone,
        };
        var (account, token) = await create.HandleAsync(command, ct);
        (Id, Link, LinkNeedsCode, Input.Version) = (account.Id, Slip.LinkOf(token, addresses), account.Reset.InHalves,
            account.Version);
        return await ShownAsync(ct);
    }

    private async Task<IActionResult> ChangeAsync(Guid id, CancellationToken ct)
    {
        if (await StoredAsync(id, ct) is not { } stored)
            return NotFound();
        Check(Input.Faults());
        if (!ModelState.IsValid)
            return await ShownAsync(ct);
        var command = new ChangeAccount.Command(id, Input.Version, Input.WholeName, Input.Held, Agency, Input.Disabled)
        {
            Phone = Input.PhoneOrNone,
            Mail = Input.MailOrNone,
        };
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

    private string? Agency => !IsAdministrator ? current.Agency : string.IsNullOrEmpty(Input.Agency) ? null : Input.Agency;

    private void Check(IEnumerable<(string Field, Bilingual? Fault)> fields)
    {
        foreach (var (field, fault) in fields.Where(pair => pair.Fault is not null))
            ModelState.AddModelError($"Input.{field}", fault!.ForReader());
        if (Input.Held.Count == 0)
            ModelState.AddModelError("Input.Roles", texts["Error.RolesMissing"]);
        foreach (var refusal in RoleRules.ApartRefusals(Input.Held))
            ModelState.AddModelError("Input.Roles", refusal.Sentence.ForReader());
        if (Agency is null && Input.Held.Any(RoleRules.NeedsAgency))
            ModelState.AddModelError("Input.Agency", RoleRules.AgencyMissing().Sentence.ForReader());
    }

    private async Task<AccountForm?> StoredAsync(Guid id, CancellationToken ct)
    {
        var found = await db.Set<Account>().AsNoTracking().SingleOrDefaultAsync(account => account.Id == id, ct);
        if (found is null || !RoleRules.Keeps(current.Actor, found.Held, found.AgencyCode))
            return null;
        Waiting = await WaitingAsync(id, ct);
        HandedTo = found.HandedTo is { } to
            ? await db.Set<Account>().Where(account => account.Id == to).Select(account => account.FullName).SingleAsync(ct)
            : null;
        return AccountForm.Of(found, Waiting);
    }

    private async Task<PageResult> ShownAsync(CancellationToken ct)
    {
        Agencies = await AgencyNames.ReadAsync(db, ct);
        if (Id is { } id)
            Waiting = await WaitingAsync(id, ct);
        if (!ModelState.IsValid)
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private Task<List<Role>> WaitingAsync(Guid id, CancellationToken ct) =>
        db.Set<Appointment>().AsNoTracking().Where(appointment => appointment.AccountId == id && appointment.Outcome == null)
            .Select(appointment => appointment.Role).ToListAsync(ct);
}
