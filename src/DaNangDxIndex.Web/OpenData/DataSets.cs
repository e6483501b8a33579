using DaNangDxIndex.Agencies;
using DaNangDxIndex.Database;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Publications;
using DaNangDxIndex.Publishing;
using DaNangDxIndex.Publishing.OpenData;
using DaNangDxIndex.Tenancy;
using DaNangDxIndex.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace DaNangDxIndex.OpenData;

/// <summary>
/// The open data of a tenant. That of a version follows from its frozen text and is made once; that of all years is kept for one state of
/// what is public: another version may be there, or agencies have merged.
/// </summary>
public sealed class DataSets(
    DxIndexDb db, PublishedEditions published, PublicEditions editions, CurrentTenant tenant, PublicChanges changes, KeptVersions versions,
    IMemoryCache kept, TimeProvider clock)
{
    // What a row of the scores takes in tables and files, by and large.
    private const int BytesOfScore = 400;

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    /// <summary>Null where there is no such version.</summary>
    public async Task<DataSet?> FindAsync(int year, int number, CancellationToken ct)
    {
        var key = (nameof(DataSets), tenant.Required.Id, year, number);
        return versions.Find<DataSet>(key) ?? (await published.FindAsync(year, number, ct) is { } version
            ? versions.Keep(key, SizeOf(version.Edition), () => Of(version.Edition))
            : null);
    }

    public async Task<DataSet> OfAllYearsAsync(CancellationToken ct)
    {
        var state = changes.StateOf(tenant.Required.Cluster);
        var key = (nameof(OfAllYearsAsync), tenant.Required.Id, state);
        if (kept.TryGetValue(key, out DataSet? known) && known is not null)
            return known;
        var made = await AllYearsAsync(await editions.ListAsync(ct), ct);
        return state is null ? made : kept.Set(key, made, Longest);
    }

    public static Bilingual TitleOf(PublishedEdition edition) => new(
        $"{edition.Series.Name.Vi} {edition.Year}, bản công bố số {edition.Number}",
        $"{edition.Series.Name.En} {edition.Year}, publication {edition.Number}");

    public static Bilingual AboutOf(PublishedEdition edition)
    {
        var about = new Bilingual(
            "Thứ hạng, điểm, bộ chỉ số và danh sách cơ quan của một bản công bố; không thay đổi về sau.",
            "Ranks, points, criteria and agencies of one publication; it never changes.");
        return edition.Illustrative
            ? new(about.Vi + " Bản minh họa, không có giá trị pháp lý.", about.En + " A sample without legal effect.")
            : about;
    }

    private static DataSet Of(PublishedEdition edition)
    {
        var (title, about, tables) = (TitleOf(edition), AboutOf(edition), EditionTables.Of(edition));
        return new DataSet(title, about, tables, () => DataPackage.Of(
            $"dx-index-{edition.Tenant.Slug}-{edition.Year}-{edition.Number}-tables", title, about,
            $"{edition.Number}", edition.PublishedAt, edition.Tenant.Authority, tables))
        {
            Issued = edition.PublishedAt,
        };
    }

    private static long SizeOf(PublishedEdition edition) =>
        edition.Groups.Sum(group => (long)group.Results.Count * group.Criteria.Criteria.Count() * BytesOfScore);

    private async Task<DataSet> AllYearsAsync(IReadOnlyList<PublicEdition> all, CancellationToken ct)
    {
        var inForce = new List<PublishedEdition>();
        foreach (var edition in all.Where(one => one is { Version: not null, Withdrawn: false }).OrderBy(one => one.Year))
            if (await published.FindAsync(edition.Year, edition.Version ?? 0, ct) is { } version)
                inForce.Add(version.Edition);
        var series = all.Where(one => one.Stage == EditionStage.Imported).ToDictionary(one => one.Year, one => one.Series.Code);
        var printed = await db.Set<ImportedStanding>().AsNoTracking()
            .OrderBy(importedStanding => importedStanding.Year).ThenBy(one => one.Group).ThenBy(one => one.Agency).ToListAsync(ct);
        var agencies = await db.Set<Agency>().AsNoTracking().ToListAsync(ct);
        var tables = YearsTables.Of(
            inForce, [.. printed.Where(standing => series.ContainsKey(standing.Year)).Select(one => (series[one.Year], one))], agencies,
            VietNamTime.DayOf(clock.GetUtcNow()));
        return new DataSet(AllYearsTitle, AllYearsAbout, tables, () => DataPackage.Of(
            $"dx-index-{tenant.Required.Slug}-years", AllYearsTitle, AllYearsAbout, version: null, created: null,
            tenant.Required.Letterhead.Authority, tables));
    }

    public static Bilingual AllYearsTitle { get; } = new(
        "Kết quả chuyển đổi số qua các năm", "Digital transformation results over the years");

    public static Bilingual AllYearsAbout { get; } = new(
        "Điểm của mọi kỳ đánh giá trong một bảng dài, cùng quan hệ sáp nhập, chia tách giữa các cơ quan.",
        "Points of every edition in one long table, with the mergers and splits between agencies.");
}
