using DaNangDxIndex.Editions;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Ranking;
using DaNangDxIndex.Scorecards;
using DaNangDxIndex.Tenancy;
using DaNangDxIndex.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Story;

/// <summary>
/// The year of a group in pictures, each with its table: tiers over the years, ranks of all, how the totals lie, component by component,
/// who improved most. One agency can be picked out, by the address.
/// </summary>
[AllowAnonymous, PublicAnswer]
public sealed class YearModel(YearStories stories, PublicEditions editions, IStringLocalizer<StoryTexts> texts, Addresses addresses)
    : PageModel
{
    private YearStories.Story? _story;

    [FromRoute]
    public int Year { get; set; }

    [FromQuery]
    public string? Group { get; set; }

    /// <summary>Code of the agency that is picked out.</summary>
    [FromQuery]
    public string? Agency { get; set; }

    [FromQuery]
    public int? Version { get; set; }

    public PublicEdition Edition { get; private set; } = null!;

    public YearStories.Story Story => _story ?? throw new InvalidOperationException("The page is shown only with a table.");

    public RankedTable Table => Story.Table;

    /// <summary>Null where none is asked for, and where nobody has that code.</summary>
    public RankedAgency? Picked => Table.Agencies.FirstOrDefault(line => line.Code == Agency);

    public IEnumerable<RankedAgency> Agencies => Table.Agencies.OrderBy(line => line.Name.ForReader(), VietnameseOrder.Names);

    public TierYears Tiers => new([.. Story.Before.Select(year => new TierYears.Year(
        year.Table.Year, [.. year.Table.Tiers.Select(tier => (StandingsOnPage.MarkOf(tier), tier.Now))], year.Break))]);

    /// <summary>Why the ranks of earlier years are not drawn; null where none are left out.</summary>
    public Break? RanksBreak => Story.Before.LastOrDefault(year => year.Break is not null).Break;

    /// <summary>
    /// From the last break on, since no line is drawn across it; null while nobody has ranks of two years in a row there.
    /// </summary>
    public RankHistory? Ranks
    {
        get
        {
            var first = Story.Before.ToList().FindLastIndex(year => year.Break is not null) is var at && at > 0 ? at : 0;
            var lines = Table.Agencies.Where(line => line.Rank is not null)
                .Select(line => (Line: line, Ranks: Story.Ranks[line.Code].Skip(first).ToList())).ToList();
            if (!lines.Exists(line => line.Ranks.Zip(line.Ranks.Skip(1)).Any(pair => pair.First is not null && pair.Second is not null)))
                return null;
            var lowest = lines.SelectMany(line => line.Ranks).Max() ?? 1;
            return new(
                texts["Ranks"], [.. Story.Before.Skip(first).Select(year => $"{year.Table.Year}")],
                [.. lines.Select(line => new RankHistory.Series(line.Line.Name.ForReader(), line.Ranks)
                {
                    Highlighted = line.Line.Code == Agency, Href = HrefOf(line.Line),
                })])
            {
                Lowest = Math.Max(2, lowest), Width = 720, Height = 60 + (18 * lowest), Room = 330, Longest = 46,
            };
        }
    }

    public Distribution? Totals => Distribution.Of(
        Table.Scale.Round(4),
        [.. Table.Agencies.Select(line => NumberText.Value(line.Total)).OfType<decimal>()],
        Table.Tiers.Where(tier => tier.From is not null).Select(tier => new Distribution.Bound(
            StandingsOnPage.MarkOf(tier), (tier.From ?? 0).Round(4), NumberText.Plain(tier.From ?? 0, Addresses.Language))));

    /// <summary>The tier that a place of the scale belongs to; null where the bounds are not known.</summary>
    public TierMark? TierAt(decimal points) => Table.Tiers.Where(tier => tier.From is { } from && points >= from.Round(4))
        .Select(StandingsOnPage.MarkOf).FirstOrDefault();

    public IReadOnlyList<ComponentSpread> Components => Story.Group is { } group ? ComponentSpread.Of(group, Agency) : [];

    public ImprovementBars Improved => new(Story.Improved);

    public string NameOf(string agency) => Table.Agencies.FirstOrDefault(line => line.Code == agency)?.Name.ForReader() ?? agency;

    public string HrefOf(RankedAgency line) => addresses.Page(
        $"/editions/{Year}/agencies/{line.Code}{(Version is null ? "" : $"?version={Version}")}");

    public string HrefOf(PublicGroup group) => AddressWith.Query(Request, ("group", group.Code), ("agency", null));

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var edition = (await editions.ListAsync(ct)).FirstOrDefault(edition => edition.Year == Year);
        var group = edition?.Groups.FirstOrDefault(group => string.IsNullOrEmpty(Group) || group.Code == Group);
        if (edition is null || group is null)
            return NotFound();
        (Edition, Group) = (edition, group.Code);
        _story = await stories.FindAsync(Year, group.Code, Version, ct);
        return _story is null ? NotFound() : Page();
    }
}
