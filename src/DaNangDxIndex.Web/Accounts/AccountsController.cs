using System.Globalization;
using DaNangDxIndex.Database;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Tenancy;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Accounts;

/// <summary>
/// The accounts that an administrator keeps. No scope of a token keeps accounts: a token reads them, and a change is made by somebody who
/// has just signed in, as on the page.
/// </summary>
[ApiController, Authorize(Policies.Accounts), Present, Route("api/v1/accounts")]
public sealed class AccountsController(DxIndexDb db, CurrentAccount current, Addresses addresses, IStringLocalizer<AccountTexts> texts)
    : ControllerBase
{
    private const int MostAtOnce = 200;
    private const int UsualAtOnce = 50;

    /// <summary>In the order in which they were made; the address of the next page stands in "next" and in the header Link.</summary>
    /// <param name="role">Only those who hold it.</param>
    /// <param name="agency">Only those of it.</param>
    /// <param name="after">The last account of the page before, as "next" has it; without it the list begins.</param>
    /// <param name="limit">How many at once, 1 to 200; 50 without it.</param>
    /// <param name="ct"></param>
    [HttpGet(Name = "listAccounts")]
    [ProducesResponseType<AccountsAnswer>(StatusCodes.Status200OK)]
    public async Task<ActionResult<AccountsAnswer>> List(string? role, string? agency, Guid? after, int? limit, CancellationToken ct)
    {
        if (limit is < 1 or > MostAtOnce)
            return this.Refuse(StatusCodes.Status400BadRequest, "account.page", texts["Api.Page", MostAtOnce]);
        var most = limit ?? UsualAtOnce;
        var found = await Kept()
            .Where(account => (agency == null || account.AgencyCode == agency) && (role == null || account.Roles.Contains(role)))
            .Where(account => after == null || account.Id > after).OrderBy(account => account.Id).Take(most + 1).ToListAsync(ct);
        var next = found.Count > most ? Next(found[most - 1], role, agency, limit) : null;
        if (next is not null)
            Response.Headers.Link = $"<{next}>; rel=\"next\"";
        return new AccountsAnswer([.. found.Take(most).Select(AccountsAnswer.Of)], next);
    }

    /// <summary>One account.</summary>
    [HttpGet("{id:guid}", Name = "getAccount")]
    public async Task<ActionResult<AccountsAnswer.Item>> Get(Guid id, CancellationToken ct) =>
        await Kept().SingleOrDefaultAsync(account => account.Id == id, ct) is { } found ? AccountsAnswer.Of(found) : NotFound();

    /// <summary>Makes an account; its one-time link is told this once.</summary>
    [HttpPost(Name = "createAccount"), Consumes("application/json")]
    [ProducesResponseType<AccountsAnswer.Made>(StatusCodes.Status201Created)]
    public async Task<ActionResult<AccountsAnswer.Made>> Create(
        AccountsAnswer.New input, [FromServices] CreateAccount create, CancellationToken ct)
    {
        var form = input.Form();
        if (Fault(form, AccountFields.UserNameFault(form.Name)) is { } refusal)
            return refusal;
        var (account, token) = await create.HandleAsync(
            new(form.Name, form.WholeName, form.Held, form.Agency) { Phone = form.PhoneOrNone, Mail = form.MailOrNone }, ct);
        return CreatedAtAction(
            nameof(Get), new { id = account.Id },
            new AccountsAnswer.Made(AccountsAnswer.Of(account), Slip.LinkOf(token, addresses), account.Reset.InHalves));
    }

    /// <summary>Changes an account as a whole: what is left out is taken away.</summary>
    [HttpPut("{id:guid}", Name = "changeAccount"), Consumes("application/json")]
    [ProducesResponseType<AccountsAnswer.Item>(StatusCodes.Status200OK)]
    [ProducesResponseType<ProblemDetails>(StatusCodes.Status428PreconditionRequired, "application/problem+json")]
    public async Task<ActionResult<AccountsAnswer.Item>> Change(
        Guid id, AccountsAnswer.Changed input, [FromServices] ChangeAccount change, CancellationToken ct)
    {
        if (SeenVersion.Of(Request) is not { } seen)
            return this.Refuse(StatusCodes.Status428PreconditionRequired, "account.version-required", texts["Api.VersionRequired"]);
        var form = input.Form();
        if (Fault(form, null) is { } refusal)
            return refusal;
        var command = new ChangeAccount.Command(id, seen, form.WholeName, form.Held, form.Agency, form.Disabled)
        {
            Phone = form.PhoneOrNone, Mail = form.MailOrNone,
        };
        return await change.HandleAsync(command, ct) ? await Get(id, ct) : NotFound();
    }

    private IQueryable<Account> Kept()
    {
        var all = db.Set<Account>().AsNoTracking();
        return current.Is(Role.Administrator) ? all : all.Where(account => account.AgencyCode == current.Agency);
    }

    private ObjectResult? Fault(AccountForm form, Bilingual? name) =>
        (name ?? form.Faults().Select(field => field.Fault).FirstOrDefault(fault => fault is not null)) is { } fault
            ? this.RefuseForm("account.input", fault.ForReader())
            : form.Held.Count < Math.Max(1, form.Roles.Count)
                ? this.RefuseForm("account.input", texts["Error.RolesMissing"])
                : null;

    private string Next(Account last, string? role, string? agency, int? limit) => QueryHelpers.AddQueryString(
        addresses.Api("accounts"),
        new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["role"] = role, ["agency"] = agency, ["limit"] = limit?.ToString(CultureInfo.InvariantCulture),
            ["after"] = last.Id.ToString(),
        }.Where(pair => pair.Value is not null));
}
