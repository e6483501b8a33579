using DaNangDxIndex.Database;
using DaNangDxIndex.Tenancy;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DaNangDxIndex.Accounts;

/// <summary>The sheet of slips, one a person, to be printed and cut: shown once, in answer to the form that asked for it.</summary>
[Authorize(Policies.Accounts), Present]
public sealed class LinksModel(DxIndexDb db, IssueLinks issue, Addresses addresses) : PageModel
{
    public IReadOnlyList<Slip> Slips { get; private set; } = [];

    public IActionResult OnGet() => RedirectToPage("/Accounts/Index");

    public async Task OnPostAsync(List<Guid> ids, CancellationToken ct)
    {
        var issued = await issue.HandleAsync(new([.. ids.Distinct()]), ct);
        var names = await AgencyNames.ReadAsync(db, ct);
        Slips = [.. issued.Select(link => Slip.Of(link.Account, link.Token, names, addresses))];
    }
}
