using DaNangDxIndex.Criteria;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Publications;
using DaNangDxIndex.Publishing;
using DaNangDxIndex.Tenancy;
using DaNangDxIndex.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc;

namespace DaNangDxIndex.Ranking;

/// <summary>
/// The method of an edition and every criterion with its rule, in words: of the publication in force, or of the edition that is being made.
/// </summary>
[AllowAnonymous, PublicAnswer]
public sealed class MethodologyModel(PublicEditions editions, PublicCriteria criteria, PublicAmendments amendments, PrintedFigures printed)
    : PageModel
{
    /// <summary>Words that a criterion must say somewhere; null asks for all.</summary>
    [FromQuery]
    public AskedWords? Q { get; set; }

    /// <summary>Code of the only component to be shown; null asks for all.</summary>
    [FromQuery]
    public string? Component { get; set; }

    public PublicEdition? Edition { get; private set; }

    public PublicGroup? Group { get; private set; }

    /// <summary>Null where others made the results and their method is not known.</summary>
    public CriteriaSet? Criteria { get; private set; }

    /// <summary>The year with which its criteria can be compared; null where there is none.</summary>
    public int? YearBefore { get; private set; }

    /// <summary>Of this group's criteria and of the calendar, in their order.</summary>
    public IReadOnlyList<PublishedAmendment> Amendments { get; private set; } = [];

    /// <summary>Targets were printed of this year.</summary>
    public bool HasTargets { get; private set; }

    public async Task<IActionResult> OnGetAsync(int year, string? group, CancellationToken ct)
    {
        Edition = (await editions.ListAsync(ct)).FirstOrDefault(edition => edition.Year == year);
        Group = string.IsNullOrEmpty(group)
            && Edition?.Groups is [var first, ..] ? first : Edition?.Groups.FirstOrDefault(publicGroup => publicGroup.Code == group);
        if (Edition is null || Group is null)
            return NotFound();
        Criteria = await criteria.FindAsync(year, Group.Code, ct);
        YearBefore = await criteria.YearBeforeAsync(year, Group.Code, ct);
        HasTargets = await printed.HasTargetsAsync(year, ct);
        Amendments = [.. (await amendments.OfAsync(year, ct)).Where(amendment => amendment.Group is null || amendment.Group == Group.Code)];
        return Page();
    }

    /// <summary>What was asked for, component by component.</summary>
    public IEnumerable<(Component Component, IReadOnlyList<Criterion> Criteria)> Found(CriteriaSet set)
    {
        var words = WordsOfCriteria.Of(set, Addresses.Language);
        return set.Components.Where(component => string.IsNullOrEmpty(Component) || component.Code == Component)
            .Select(component => (component, (IReadOnlyList<Criterion>)
                [.. component.Criteria.Where(criterion => Q?.StandInFolded(words[criterion.Code]) ?? true)]))
            .Where(found => found.Item2.Count > 0);
    }

    public string HrefOf(PublicGroup group) => AddressWith.Query(Request, ("group", group.Code), ("component", null));

    /// <summary>Points of the base under each pillar.</summary>
    public static IEnumerable<(Pillar Pillar, Fraction Points)> Pillars(CriteriaSet set) => set.Components
        .Where(component => component.Block == Block.Base)
        .SelectMany(component => component.Criteria)
        .GroupBy(criterion => criterion.Pillar)
        .OrderBy(pillar => pillar.Key)
        .Select(pillar => (pillar.Key, pillar.Aggregate(Fraction.Zero, (sum, criterion) => sum + criterion.Maximum)));
}
