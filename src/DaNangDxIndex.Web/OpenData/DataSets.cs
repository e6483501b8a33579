using DaNangDxIndex.Database;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Publications;
using DaNangDxIndex.Publishing;
using DaNangDxIndex.Publishing.OpenData;
using DaNangDxIndex.Tenancy;
using DaNangDxIndex.Text;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.OpenData;

/// <summary>
/// The open data of a tenant. Tables are made row by row from what is published whenever a file is wanted; what is kept are the files,
/// those of all years for one state of what is public: another version may be there, or agencies have merged.
/// </summary>
public sealed class DataSets(
    DxIndexDb db, PublishedEditions published, PublicEditions editions, CurrentTenant tenant, PublicChanges changes, KeptVersions files,
    TimeProvider clock)
{
    /// <summary>Null where there is no such version.</summary>
    public async Task<DataSet?> FindAsync(int year, int number, CancellationToken ct)
    {
        if (await published.FindAsync(year, number, ct) is not { Edition: var edition })
            return null;
        var (title, about, tables) = (TitleOf(edition), AboutOf(edition), EditionTables.Of(edition));
        return new(title, about, tables, () => DataPackage.Of(
            $"dx-index-{edition.Tenant.Slug}-{edition.Year}-{edition.Number}-tables", title, about,
            $"{edition.Number}", edition.PublishedAt, edition.Tenant.Authority, tables), KeptUnder($"{year}-{number}"))
        {
            Issued = edition.PublishedAt,
        };
    }

    public async Task<DataSet> OfAllYearsAsync(CancellationToken ct)
    {
        var state = changes.StateOf(tenant.Required.Cluster);
        var tables = await AllYearsAsync(await editions.ListAsync(ct), ct);
        return new(AllYearsTitle, AllYearsAbout, tables, () => DataPackage.Of(
            $"dx-index-{tenant.Required.Slug}-years", AllYearsTitle, AllYearsAbout, version: null, created: null,
            tenant.Required.Letterhead.Authority, tables), state is null ? (_, make) => make() : KeptUnder($"years {state}"));
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

    private Func<string, Func<DataFile>, DataFile> KeptUnder(string name) => (path, make) =>
    {
        var key = (nameof(DataSets), tenant.Required.Id, name, path);
        if (files.Find<DataFile>(key) is { } known)
            return known;
        var made = make();
        return files.Keep(key, made.Bytes.Length, () => made);
    };

    private async Task<IReadOnlyList<OpenTable>> AllYearsAsync(IReadOnlyList<PublicEdition> all, CancellationToken ct)
    {
        var inForce = new List<PublishedEdition>();
        foreach (var edition in all.Where(edition => edition is { Version: not null, Withdrawn: false })
            .OrderBy(edition => edition.Year))
            if (await published.OutlineAsync(edition.Year, edition.Version ?? 0, ct) is { } version)
                inForce.Add(version.Edition);
        var series = all.Where(edition => edition.Stage == EditionStage.Imported)
            .ToDictionary(edition => edition.Year, edition => edition.Series.Code);
        var printed = await db.Set<ImportedStanding>().AsNoTracking()
            .OrderBy(standing => standing.Year).ThenBy(standing => standing.Group).ThenBy(standing => standing.Agency)
            .ToListAsync(ct);
        var agencies = await PublicAgencies.Of(db).ToListAsync(ct);
        return YearsTables.Of(
            inForce, [.. printed.Where(standing => series.ContainsKey(standing.Year))
                .Select(standing => (series[standing.Year], standing))], agencies,
            VietNamTime.DayOf(clock.GetUtcNow()));
    }

    public static Bilingual AllYearsTitle { get; } = new(
        "Kết quả chuyển đổi số qua các năm", "Digital transformation results over the years");

    public static Bilingual AllYearsAbout { get; } = new(
        "Điểm của mọi kỳ đánh giá trong một bảng dài, cùng quan hệ sáp nhập, chia tách giữa các cơ quan.",
        "Points of every edition in one long table, with the mergers and splits between agencies.");
}
