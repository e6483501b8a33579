using System.Text.Json.Nodes;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Publications;
using DaNangDxIndex.Publishing;
using DaNangDxIndex.Publishing.OpenData;
using DaNangDxIndex.Tenancy;

namespace DaNangDxIndex.OpenData;

/// <summary>Everything that is open, with its addresses: for the page and for the DCAT catalogue.</summary>
public sealed class OpenCatalogue(
    DataSets sets, PublishedEditions published, PublicEditions editions, CurrentTenant tenant, PublicAddress address)
{
    /// <summary>All years first, then the version in force of each year, the newest first.</summary>
    public async Task<IReadOnlyList<Described>> ListAsync(CancellationToken ct)
    {
        var years = await sets.OfAllYearsAsync(ct);
        List<Described> all =
            [new("years", "data", years.Title, years.About, years.Issued, Year: null, years.Described)];
        foreach (var edition in (await editions.ListAsync(ct))
            .Where(edition => edition is { Version: not null, Withdrawn: false }))
        {
            var number = edition.Version ?? 0;
            // Which files there are follows from the outline; what stands in them is nobody's business here.
            if (await published.OutlineAsync(edition.Year, number, ct) is not { Edition: var said })
                continue;
            all.Add(new(
                $"{edition.Year}-{number}", $"editions/{edition.Year}/versions/{number}/data", DataSets.TitleOf(said),
                DataSets.AboutOf(said), said.PublishedAt, edition.Year, DataSet.DescribedOf(EditionTables.Of(said)))
            {
                Number = number,
            });
        }

        return all;
    }

    public async Task<JsonObject> ReadAsync(CancellationToken ct)
    {
        var own = tenant.Required;
        return new DataCatalogue(address.Of("/"), own.Slug, own.Letterhead.Authority, own.Name).Of(await ListAsync(ct));
    }
}
