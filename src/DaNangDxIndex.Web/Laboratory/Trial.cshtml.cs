using DaNangDxIndex.Accounts;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Publishing;
using DaNangDxIndex.Ranking;
using DaNangDxIndex.Tenancy;
using DaNangDxIndex.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DaNangDxIndex.Laboratory;

/// <summary>The rule laboratory: a draft on the figures of the last edition. For the office and the committee only.</summary>
[Authorize(Policies.Publishing)]
public sealed class TrialModel(
    CriteriaDrafts drafts, PastFigures figures, EditionResults results, TryDraft trials, CurrentAccount account) : PageModel
{
    public static readonly IReadOnlyList<int> Bands = [10, 20, 30, 50];

    private CriteriaDrafts.Found? _found;
    private TryDraft.Outcome? _outcome;

    public int Year { get; private set; }

    public CriteriaDrafts.Found Found => _found ?? throw new InvalidOperationException("The page is shown only with a group.");

    /// <summary>What the draft still lacks before it can be tried.</summary>
    public int Lacks { get; private set; }

    /// <summary>Null where nothing was published that the draft could be tried on.</summary>
    public PastFigures.Found? Past { get; private set; }

    /// <summary>The edition runs, and the office may look at its rules on what is there so far.</summary>
    public bool Runs => account.Is(Role.Office) && Found.Edition.Stage is not (EditionStage.Drafting or EditionStage.Published);

    /// <summary>On the figures of the running edition itself: nothing is compared, and all of it is provisional.</summary>
    public bool IsSoFar { get; private set; }

    public bool HasOutcome => _outcome is not null;

    public Trial Trial => Outcome.Trial;

    public CriteriaReview Review => Outcome.Review;

    public bool LeaveOut { get; private set; }

    public int Band { get; private set; }

    private TryDraft.Outcome Outcome => _outcome ?? throw new InvalidOperationException("Shown only where the draft was tried.");

    /// <param name="lacking">"blank": criteria that lack a figure earn nothing; else they are left out.</param>
    /// <param name="band">In percent; one of <see cref="Bands"/>.</param>
    /// <param name="on">"current": those of the running edition, as far as they have come.</param>
    public async Task<IActionResult> OnGetAsync(
        int year, string group, string? lacking, int band, [FromQuery(Name = "figures")] string? on, CancellationToken ct)
    {
        (Year, LeaveOut, Band) = (year, lacking != "blank", Bands.Contains(band) ? band : 20);
        _found = await drafts.FindAsync(year, group, ct);
        if (_found is null)
            return NotFound();
        var reading = _found.Draft.Check();
        Lacks = reading.Problems.Count;
        IsSoFar = on == "current" && Runs;
        Past = IsSoFar ? await SoFarAsync(reading.Set, ct) : await figures.FindAsync(year, group, ct);
        if (reading.Set is { } set && Past is { } past)
            _outcome = trials.Handle(set, past, LeaveOut, Band);
        return Page();
    }

    private async Task<PastFigures.Found?> SoFarAsync(CriteriaSet? set, CancellationToken ct)
    {
        if (set is null)
            return null;
        var group = await results.SoFarAsync(Found.Group, set, ct);
        return group.Entrants.Count == 0 ? null : new(Year, group, PublishedEditionJson.DigestOf([group]));
    }

    public string NameOf(string agency) => Past?.Group.NameOf(agency).In(Addresses.Language) ?? agency;

    public string NameOfCriterion(string code) => $"{code} {Trial.Tried.Criterion(code)?.Name.In(Addresses.Language)}";

    public TierMark? Mark(Method method, Tier? tier) =>
        tier is null ? null : new(
            tier.Name.In(Addresses.Language), method.Tiers.TakeWhile(other => other.Code != tier.Code).Count() + 1, method.Tiers.Count);

    public static string Points(Method method, decimal total) =>
        NumberText.Fixed(total, method.Decimals, Addresses.Language);

    public SlopeChart Slopes(string caption, string left, string right) => new(caption, left, right,
    [
        .. from move in Trial.Moves
           where move.Before.Rank is not null && move.After.Rank is not null
           select new SlopeChart.Line(NameOf(move.Agency), move.Before.Rank.GetValueOrDefault(), move.After.Rank.GetValueOrDefault()),
    ]);

    public IEnumerable<RangeBar> Ranges => Outcome.Ranges.OrderBy(range => range.Nominal)
        .ThenBy(range => range.Agency, StringComparer.Ordinal)
        .Select(range => new RangeBar(range, NameOf(range.Agency), Outcome.Ranges.Count));

    /// <summary>Those whose weight on paper and in effect lie furthest apart stand first.</summary>
    public IEnumerable<CriterionWeight> Weights => Review.Weights.OrderByDescending(weight => Math.Abs(weight.Effective - weight.Nominal));

    public double GreatestWeight => Review.Weights.SelectMany(weight => new[] { weight.Nominal, weight.Effective }).DefaultIfEmpty(1).Max();

    public static string Percent(double share) => NumberText.Percent((decimal)share, Addresses.Language, decimals: 1);
}
