using DaNangDxIndex.Appraisal;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Scoring;
using DaNangDxIndex.Tenancy;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DaNangDxIndex.Replies;

/// <summary>All replies of an agency on one page, as the approver sends them.</summary>
[Authorize(Policies.AgencyStaff)]
public sealed class IndexModel(
    ReplySheets sheets, SendReplies send, RecallReplies recall, CurrentAccount account, Addresses addresses, TimeProvider clock)
    : PageModel, IShowsRefusals
{
    private ReplySheet? _sheet;

    [FromRoute]
    public int Year { get; set; }

    [FromRoute]
    public string Agency { get; set; } = "";

    public ReplySheet Sheet => _sheet ?? throw new InvalidOperationException("The page is shown only with an assessment.");

    public RuleViolation? Refusal(AssessmentVerb verb) => Sheet.Refusal(verb, account.Actor, clock.GetUtcNow());

    public bool May(AssessmentVerb verb) => Refusal(verb) is null;

    public string To(Reply reply) => addresses.Page(ReplyPath.To(Year, Agency, reply.Criterion));

    public string Result => addresses.Page(ReplyPath.Result(Year, Agency));

    public Criterion CriterionOf(Reply reply) =>
        Sheet.Criterion(reply.Criterion) ?? throw new InvalidOperationException("A reply answers a criterion of the edition.");

    /// <summary>"Số hồ sơ trực tuyến: đề nghị 1.280 hồ sơ", a line for each figure.</summary>
    public IEnumerable<(string Figure, string Claimed)> ClaimsOf(Reply reply) =>
        from claim in reply.Claims
        let figure = Sheet.Appraised.Criteria.Figure(claim.Key)
        where figure is not null
        select (figure.Name.ForReader(), FigureInWords.Value(Sheet.Appraised.Criteria, figure, claim.Value, new("–", "–")).ForReader());

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => ShowAsync(ct);

    public async Task<IActionResult> OnPostSendAsync(string? digest, CancellationToken ct) =>
        await send.HandleAsync(new(Year, Agency, digest ?? ""), account.Actor, ct) is null
            ? NotFound()
            : RedirectToPage(new { Year, Agency });

    public async Task<IActionResult> OnPostRecallAsync(CancellationToken ct) =>
        await recall.HandleAsync(Year, Agency, account.Actor, ct) is null ? NotFound() : RedirectToPage(new { Year, Agency });

    public Task<IActionResult> ShowAgainAsync(RuleViolation refused, CancellationToken ct) => ShowAsync(ct);

    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        _sheet = await sheets.FindAsync(Year, Agency, ct);
        return _sheet is null ? NotFound() : Page();
    }
}
