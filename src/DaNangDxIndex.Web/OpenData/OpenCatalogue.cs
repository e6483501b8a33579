using System.Text.Json.Nodes;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Publishing;
using DaNangDxIndex.Publishing.OpenData;
using DaNangDxIndex.Tenancy;

namespace DaNangDxIndex.OpenData;

/// <summary>Everything that is open, with its addresses: for the page and for the DCAT catalogue.</summary>
public sealed class OpenCatalogue(
    DataSets sets, PublicEditions editions, CurrentTenant tenant, PublicAddress address)
{
    /// <summary>All years first, then the version in force of each year, the newest first.</summary>
    public async Task<IReadOnlyList<Described>> ListAsync(CancellationToken ct)
    {
        var years = await sets.OfAllYearsAsync(ct);
        List<Described> all =
            [new("years", "data", years.Title, years.About, years.Issued, Year: null, years.Described)];
        foreach (var edition in (await editions.ListAsync(ct)).Where(one => one is { Version: not null, Withdrawn: false }))
        {
            var number = edition.Version ?? 0;
            if (await sets.FindAsync(edition.Year, number, ct) is not { } set)
                continue;
            all.Add(new(
                $"{edition.Year}-{number}", $"editions/{edition.Year}/versions/{number}/data", set.Title, set.About, set.Issued,
                edition.Year, set.Described)
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
