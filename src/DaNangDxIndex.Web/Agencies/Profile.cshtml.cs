using DaNangDxIndex.Accounts;
using DaNangDxIndex.Database;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Agencies;

/// <summary>One agency for the office: what it is and was, what was recorded of it, where it takes part, whom to call.</summary>
[Authorize(Policies.Office)]
public sealed class ProfileModel(DxIndexDb db, AgencyRegister register) : PageModel
{
    public AgencyRegister.Found? Register { get; private set; }

    public Agency? Agency { get; private set; }

    public IReadOnlyList<AgencyBefore> Before { get; private set; } = [];

    public IReadOnlyList<LineageAct> Acts { get; private set; } = [];

    public IReadOnlyList<Bilingual> Lineage { get; private set; } = [];

    public IReadOnlyList<Agency> Children { get; private set; } = [];

    public IReadOnlyList<TookPart> Parts { get; private set; } = [];

    public int Accounts { get; private set; }

    /// <summary>An act has just been recorded.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Recorded { get; set; }

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken ct)
    {
        Register = await register.ReadAsync(ct);
        Agency = Register.Agencies.GetValueOrDefault(code);
        if (Agency is null)
            return NotFound();
        Before = [.. Register.Before.Where(before => before.Agency == code).OrderBy(before => before.Until)];
        Acts = [.. Register.Acts.Where(act => act.Concerns(code))];
        Lineage = Acts.Count > 0 ? [] : LineageInWords.Of(code, [.. Register.Agencies.Values]);
        Children = [.. Register.InForce("vi").Where(agency => agency.Parent == code)];
        Parts = [.. Register.Parts.Where(part => part.Agency == code).OrderByDescending(part => part.Year)];
        Accounts = await db.Set<Account>().CountAsync(account => account.AgencyCode == code, ct);
        return Page();
    }
}
