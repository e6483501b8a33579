using DaNangDxIndex.Agencies;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Database;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Tenancy;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Editions;

/// <summary>
/// Figures that agencies left which merged while the edition was open: whose they are now, which are nobody's, and what is to be done.
/// </summary>
[Authorize(Policies.Publishing)]
public sealed class JoinedModel(DxIndexDb db, JoinedOffers offers, CriteriaInForce criteria) : PageModel
{
    public sealed record Heir(string Code, string Name, IReadOnlyList<JoinedOffer> Offers);

    [FromRoute]
    public int Year { get; set; }

    /// <summary>Heirs with something open first.</summary>
    public IReadOnlyList<Heir> Heirs { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await db.Set<Edition>().AnyAsync(edition => edition.Year == Year, ct))
            return NotFound();
        var groups = await db.Set<Assessment>().AsNoTracking().Where(assessment => assessment.Year == Year)
            .ToDictionaryAsync(assessment => assessment.Agency, assessment => assessment.Group, StringComparer.Ordinal, ct);
        var files = await db.Set<EditionGroup>().AsNoTracking().Where(group => group.Year == Year && group.CriteriaFile != null)
            .ToDictionaryAsync(group => group.Code, group => group.CriteriaFile ?? "", StringComparer.Ordinal, ct);
        var found = await offers.OfEditionAsync(Year, Asked, ct);
        var codes = found.Select(offered => offered.Heir).ToList();
        var names = await db.Set<Agency>().AsNoTracking().Where(agency => codes.Contains(agency.Code))
            .ToDictionaryAsync(agency => agency.Code, agency => agency.Name.ForReader(), StringComparer.Ordinal, ct);
        Heirs =
        [
            .. found.Select(offered =>
                new Heir(
                    offered.Heir, names[offered.Heir],
                    [.. offered.Offers.OrderBy(offer => offer.IsSettled).ThenBy(offer => !offer.IsOrphaned)]))
                .OrderBy(heir => heir.Offers.All(offer => offer.IsSettled)).ThenBy(heir => heir.Name, VietnameseOrder.Names),
        ];
        return Page();

        IEnumerable<Figure> Asked(string heir) => groups.TryGetValue(heir, out var group) && files.TryGetValue(group, out var file)
            ? EntryForm.Of(criteria.ScorerOf(file).Set, heir).Asked
            : [];
    }
}
