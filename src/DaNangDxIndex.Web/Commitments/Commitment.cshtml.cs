using DaNangDxIndex.Criteria;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Tenancy;
using DaNangDxIndex.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DaNangDxIndex.Commitments;

/// <summary>One commitment is made or changed: what, who, until when.</summary>
[Authorize(Policies.AgencyStaff)]
public sealed class CommitmentModel(OwnCommitments commitments, KeepCommitment keep, CurrentAccount account, Addresses addresses)
    : PageModel, IShowsRefusals
{
    /// <summary>As it was typed, or as it stands.</summary>
    public sealed record Form(string? Criterion, int Version, string? Sentence, string? Person, string? Due);

    [FromRoute]
    public int Year { get; set; }

    [FromRoute]
    public string Agency { get; set; } = "";

    /// <summary>0 for a new one.</summary>
    [FromRoute]
    public int Number { get; set; }

    public Form Typed { get; private set; } = new(null, 0, null, null, null);

    public Criterion Criterion { get; private set; } = null!;

    public Bilingual Name { get; private set; } = new("", "");

    public string Way => addresses.Page(CommitmentPath.Way(Year, Agency));

    public async Task<IActionResult> OnGetAsync(string? criterion, CancellationToken ct) =>
        await ShowAsync(typed: null, criterion, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Form typed, CancellationToken ct)
    {
        Typed = typed;
        return await keep.HandleAsync(
            new(Year, Agency, Number, typed.Criterion, typed.Version, typed.Sentence, typed.Person, typed.Due), account.Actor, ct) is
            { } made ? Redirect($"{Way}?kept={made.Number}") : NotFound();
    }

    public string FieldOf(RuleViolation refused) => refused.Code switch
    {
        "commitment.sentence" => "Sentence",
        "commitment.person" => "Person",
        "commitment.due" => "Due",
        _ => "",
    };

    public async Task<IActionResult> ShowAgainAsync(RuleViolation refused, CancellationToken ct) =>
        await ShowAsync(Typed, Typed.Criterion, ct) ? Page() : NotFound();

    private async Task<bool> ShowAsync(Form? typed, string? criterion, CancellationToken ct)
    {
        if (await commitments.FindAsync(Year, Agency, ct) is not { } found || found.Version.GroupOf(Agency) is not { } group)
            return false;
        var stands = found.All.FirstOrDefault(commitment => commitment.Number == Number);
        if ((Number != 0 && stands is null)
            || group.Criteria.Criterion(stands?.Criterion ?? criterion ?? "") is not { Rule: not null } about)
            return false;
        (Criterion, Name) = (about, group.NameOf(Agency));
        // What was typed stays; the version that stands now lets the person save it knowingly.
        Typed = typed is not null ? typed with { Version = stands?.Version ?? 0 }
            : stands is null ? new(about.Code, 0, null, null, null)
            : new(about.Code, stands.Version, stands.Sentence, stands.Person, TypedDate.Write(stands.Due));
        return true;
    }
}
