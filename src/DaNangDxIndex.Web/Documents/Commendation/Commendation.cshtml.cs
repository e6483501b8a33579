using System.Globalization;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Commendations;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Papers;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DaNangDxIndex.Documents.Commendation;

/// <summary>The rules by which agencies are put forward, and the list that follows from them.</summary>
[Authorize(Policies.Publishing)]
public sealed class CommendationModel(
    DocumentedVersions versions, ProposedCommendations commendations, ChangeCommendation change, CurrentAccount account)
    : DocumentsPage(versions), IShowsRefusals
{
    /// <summary>Rows that are empty, for further rules.</summary>
    private const int Spare = 2;

    /// <summary>One rule as it is typed; without an honour and a number the row is no rule.</summary>
    public sealed record Row(CommendationBasis Basis, string? Count, string? Group, string? Honour, bool WithoutPenalty);

    private ProposedCommendations.Proposal? _proposal;

    [FromQuery]
    public bool Kept { get; set; }

    public ProposedCommendations.Proposal Proposal =>
        _proposal ?? throw new InvalidOperationException("The page is shown only with a list.");

    public bool MayChange => account.Is(Role.Office);

    /// <summary>As they stand, or as they were typed where they were refused.</summary>
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await FindListAsync(ct))
            return NotFound();
        if (Rows.Count == 0)
            Rows = [.. Proposal.Rules.Select(rule => new Row(
                rule.Basis, rule.Count.ToString(CultureInfo.InvariantCulture), rule.Group, rule.Honour, rule.WithoutPenalty))];
        Rows = [.. Rows, .. Enumerable.Repeat(new Row(CommendationBasis.Top, null, null, null, WithoutPenalty: true), Spare)];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int seen, List<Row> rules, CancellationToken ct)
    {
        Rows = [.. rules.Take(CommendationRule.Most + Spare).Where(row => !IsEmpty(row))];
        return await change.HandleAsync(new(Year, seen, [.. Rows.Select(Typed)]), account.Actor, ct)
            ? RedirectToPage(new { Year, version = Version, kept = true })
            : NotFound();
    }

    /// <param name="form">"docx" to go on writing in, anything else as PDF.</param>
    public async Task<IActionResult> OnGetPaperAsync(
        [FromServices] CommendationPaper paper, [FromServices] PaperAnswer answer, string? form, CancellationToken ct) =>
        await FindListAsync(ct)
            ? answer.Of(paper.Of(Documented, Proposal), form, $"khen-thuong-{Year}-{Number}")
            : NotFound();

    public Task<IActionResult> ShowAgainAsync(RuleViolation refused, CancellationToken ct) => OnGetAsync(ct);

    public string FieldOf(RuleViolation refused) => "rules";

    private static bool IsEmpty(Row row) => string.IsNullOrWhiteSpace(row.Count) && string.IsNullOrWhiteSpace(row.Honour);

    /// <summary>What is no number is 0, which the rules refuse with what to write.</summary>
    private static CommendationRule Typed(Row row) => new(
        Enum.IsDefined(row.Basis) ? row.Basis : CommendationBasis.Top,
        int.TryParse(row.Count?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : 0,
        string.IsNullOrWhiteSpace(row.Group) ? null : row.Group, row.Honour?.Trim() ?? "", row.WithoutPenalty);

    private async Task<bool> FindListAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct))
            return false;
        _proposal = await commendations.OfAsync(Documented, ct);
        return true;
    }
}
