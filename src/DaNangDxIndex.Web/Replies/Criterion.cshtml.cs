using DaNangDxIndex.Appraisal;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Evidence;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Scoring;
using DaNangDxIndex.Tenancy;
using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Replies;

/// <summary>One criterion as it was decided, and what the agency replies to it.</summary>
[Authorize(Policies.AgencyStaff)]
public sealed class CriterionModel(
    ReplySheets sheets, WriteReply write, DropReply drop, BestOfGroup bestOfGroup, IValidator<WriteReply.Command> rules,
    CurrentAccount account, Addresses addresses, TimeProvider clock, IStringLocalizer<ReplyTexts> texts) : PageModel, IShowsRefusals
{
    /// <param name="Claimed">As typed, or as it stands in the reply; null for none.</param>
    public sealed record FigureLine(Figure Figure, Bilingual Declared, Bilingual InForce, FigureEntry? Entry, string? Claimed)
    {
        public string Field => $"Claims[{Figure.Code}]";
    }

    private WriteReply.Command? _typed;
    private ReplySheet? _sheet;

    [FromRoute]
    public int Year { get; set; }

    [FromRoute]
    public string Agency { get; set; } = "";

    [FromRoute(Name = "criterion")]
    public string Code { get; set; } = "";

    public ReplySheet Sheet => _sheet ?? throw new InvalidOperationException("The page is shown only with an assessment.");

    public Criterion Criterion => Sheet.Criterion(Code) ?? throw new InvalidOperationException("The page is shown only with a criterion.");

    public Reply? Written => Sheet.Replies.To(Code);

    public Verdict? Decided => Sheet.Appraised.LastVerdictOn(Code);

    public RuleViolation? Closed => Sheet.Refusal(AssessmentVerb.Reply, account.Actor, clock.GetUtcNow());

    /// <summary>What was typed and not stored yet, else what is stored.</summary>
    public string? Sentence => _typed is null ? Written?.Sentence : _typed.Sentence;

    public CriterionResult Appraised { get; private set; } = null!;

    public IReadOnlyList<FigureLine> Figures { get; private set; } = [];

    public string All => addresses.Page(ReplyPath.Of(Year, Agency));

    /// <summary>Where a piece of the folder is attached to the criterion.</summary>
    public string AttachPage => addresses.Page(EvidencePath.Criterion(Year, Agency, Code));

    public string Result => addresses.Page(ReplyPath.Result(Year, Agency));

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => ShowAsync(ct);

    public async Task<IActionResult> OnPostWriteAsync(
        int version, string? sentence, Dictionary<string, string?> claims, CancellationToken ct)
    {
        _typed = new(Year, Agency, Code, version, sentence, claims, AssessmentWords.Language);
        ModelState.Add(rules.Validate(_typed), texts, (nameof(_typed.Sentence), "sentence"));
        if (!ModelState.IsValid)
            return await ShowAsync(ct);
        if (await write.HandleAsync(_typed, account.Actor, ct) is not { } outcome)
            return NotFound();
        foreach (var (figure, refusal) in outcome.Refused)
            ModelState.AddModelError($"Claims[{figure}]", refusal.ForReader());
        return ModelState.IsValid ? Redirect(All) : await ShowAsync(ct);
    }

    public async Task<IActionResult> OnPostDropAsync(int version, CancellationToken ct) =>
        await drop.HandleAsync(new(Year, Agency, Code, version), account.Actor, ct) is null ? NotFound() : Redirect(All);

    public Task<IActionResult> ShowAgainAsync(RuleViolation refused, CancellationToken ct) => ShowAsync(ct);

    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        _sheet = await sheets.FindAsync(Year, Agency, ct);
        if (_sheet?.Criterion(Code) is not { } criterion)
            return NotFound();
        var (bench, set) = (_sheet.Appraised, _sheet.Appraised.Criteria);
        var best = await bestOfGroup.FindAsync(Year, bench.Assessment.Group, bench.Scorer, ct);
        Appraised = bench.Appraised(best).ResultOf(criterion.Code);
        Figures = [.. criterion.Figures.Select(set.Figure).OfType<Figure>().Select(LineOf)];
        return Page();
    }

    private FigureLine LineOf(Figure figure)
    {
        var (set, entry) = (Sheet.Appraised.Criteria, Sheet.Appraised.Entries.GetValueOrDefault(figure.Code));
        var claimed = _typed is null
            ? AssessmentWords.Typed(figure, FigureValue.Read(figure, Written?.Claims.GetValueOrDefault(figure.Code)).Value)
            : _typed.Claims.GetValueOrDefault(figure.Code);
        return new(figure, InWords(entry?.Declared), InWords(entry?.InForce), entry, claimed);

        Bilingual InWords(string? value) => FigureInWords.Value(set, figure, value, new("bỏ trống", "blank"));
    }
}
