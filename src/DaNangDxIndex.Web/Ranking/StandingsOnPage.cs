using DaNangDxIndex.Assessments;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Tenancy;
using DaNangDxIndex.Text;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Ranking;

/// <summary>A ranked table in the reader's language, searched, filtered and sorted as the address asks.</summary>
public sealed class StandingsOnPage
{
    private readonly RankedTable _table;
    private readonly StandingsQuery _asked;
    private readonly IStringLocalizer<RankingTexts> _texts;
    private readonly Addresses _addresses;
    private readonly string _language = Addresses.Language;
    private readonly ShortNames _agencies;
    private readonly ShortNames _parents;
    private readonly List<RankedAgency> _shown;
    private readonly List<string> _notes;

    public StandingsOnPage(RankedTable table, StandingsQuery asked, IStringLocalizer<RankingTexts> texts, Addresses addresses)
    {
        (_table, _asked, _texts, _addresses) = (table, asked, texts, addresses);
        _agencies = new ShortNames(table.Agencies.Select(agency => agency.Name.In(_language)));
        _parents = new ShortNames(table.Agencies.Select(agency => agency.ParentName?.In(_language)).OfType<string>());
        _shown = [.. Sorted(table.Agencies.Where(IsAskedFor))];
        _notes = [.. _shown.SelectMany(agency => agency.Footnotes).Select(note => note.In(_language)).Distinct(StringComparer.Ordinal)];
    }

    public bool HasParents => _table.Agencies.Any(agency => agency.Parent is not null);

    public StandingsFilter Filter => new(
        _asked.Q?.ToString(), _asked.Tier, [.. _table.Tiers.Select(MarkOf)], _shown.Count, _table.Agencies.Count)
    {
        Parent = _asked.Parent,
        ParentLabel = HasParents ? _texts["Parent"].Value : null,
        Parents = [.. _table.Agencies.Where(agency => agency.Parent is not null)
            .Select(agency => (Code: agency.Parent ?? "", Name: ParentOf(agency) ?? ""))
            .DistinctBy(parent => parent.Code, StringComparer.Ordinal)
            .OrderBy(parent => parent.Name, VietnameseOrder.Names)],
        Everywhere = _addresses.Page($"/editions/{_table.Year}/find"),
    };

    public StandingsTable Table =>
        new(_texts["Table.Caption", _table.Name.In(_language), _table.Year], _table.Scale.Round(4), Bounds, [.. _shown.Select(RowOf)])
        {
            Sort = _asked.Column,
            Descending = _asked.Descending,
            ParentHeading = HasParents ? _texts["Parent"].Value : null,
            Components = [.. Base.Select(component => component.Name.In(_language))],
            Notes = _notes,
            ShowsChanges = _table.IsComplete,
        };

    public static TierMark MarkOf(RankedTier tier) => new(tier.Name.In(Addresses.Language), tier.Place, tier.Of);

    private IEnumerable<Component> Base => _table.Components.Where(component => component.Block == Block.Base);

    // Only a known method has bounds to draw; where one is missing, none is drawn.
    private List<StandingsTable.Bound> Bounds => [.. _table.Tiers
        .Where(tier => tier.From is not null)
        .Select(tier => new StandingsTable.Bound(
            MarkOf(tier), (tier.From ?? 0).Round(4), NumberText.Plain(tier.From ?? 0, _language)) { StartsAbove = tier.StartsAbove })];

    private bool IsAskedFor(RankedAgency agency) =>
        (_asked.Q?.StandIn($"{agency.Name.In(_language)} {agency.Code}") ?? true)
        && (string.IsNullOrEmpty(_asked.Tier)
            || _table.Tier(agency.Tier)?.Place.ToString(System.Globalization.CultureInfo.InvariantCulture) == _asked.Tier)
        && (string.IsNullOrEmpty(_asked.Parent) || agency.Parent == _asked.Parent);

    private IEnumerable<RankedAgency> Sorted(IEnumerable<RankedAgency> agencies) => _asked.Column switch
    {
        "agency" => By(agencies, agency => agency.Name.In(_language), VietnameseOrder.Names),
        "parent" => By(agencies, agency => ParentOf(agency) ?? "", VietnameseOrder.Names),
        "total" => By(agencies, agency => NumberText.Value(agency.Total), Comparer<decimal?>.Default),
        "change" => By(agencies, agency => agency.Change, Comparer<int?>.Default),
        _ => _asked.Descending ? agencies.Reverse() : agencies,
    };

    // What is unknown stands last, however the known is turned; equals keep the order of the table.
    private IOrderedEnumerable<RankedAgency> By<T>(IEnumerable<RankedAgency> agencies, Func<RankedAgency, T> key, IComparer<T> comparer)
    {
        var known = agencies.OrderBy(agency => key(agency) is null or "");
        return _asked.Descending ? known.ThenByDescending(key, comparer) : known.ThenBy(key, comparer);
    }

    private StandingsTable.Row RowOf(RankedAgency agency) => new(
        agency.Rank?.ToString(System.Globalization.CultureInfo.InvariantCulture),
        _agencies.Of(agency.Name.In(_language)),
        HrefOf(agency),
        NumberText.Written(agency.Total, _language),
        NumberText.Value(agency.Total),
        _table.Tier(agency.Tier) is { } tier ? MarkOf(tier) : null,
        new RankChange(agency.Change))
    {
        Id = agency.Code,
        Searched = agency.Name.In(_language),
        Parent = ParentOf(agency),
        ParentCode = agency.Parent,
        Shares = [.. Base.Select(component => ShareOf(agency, component))],
        From = agency.TotalFrom ?? (agency.Illustrative ? Provenance.Illustrative : null),
        NotSubmitted = agency.Submitted ? null : _texts[_table.MaySubmit.Contains(agency.Code) ? "NotYetSubmitted" : "NotSubmitted"].Value,
        LeftOut = agency.LeftOut,
        Awaited = agency.LeftOut && _table.MaySubmit.Contains(agency.Code),
        NoteSign = agency.Footnotes.Count == 0
            ? null
            : (_notes.IndexOf(agency.Footnotes[0].In(_language)) + 1).ToString(System.Globalization.CultureInfo.InvariantCulture),
    };

    private string? ParentOf(RankedAgency agency) => agency.ParentName is { } name ? _parents.Of(name.In(_language)) : null;

    private string HrefOf(RankedAgency agency) =>
        _addresses.Page($"/editions/{_table.Year}/agencies/{agency.Code}{(_asked.Version is null ? "" : $"?version={_asked.Version}")}");

    private static decimal? ShareOf(RankedAgency agency, Component component) =>
        agency.Components.FirstOrDefault(points => points.Code == component.Code) is { Maximum.IsZero: false } counted
            ? (counted.Points / counted.Maximum).Between(0, 1).Round(4)
            : null;
}
