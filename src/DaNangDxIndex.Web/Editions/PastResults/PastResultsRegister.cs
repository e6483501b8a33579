using DaNangDxIndex.Agencies;
using DaNangDxIndex.Database;
using DaNangDxIndex.Publishing;
using DaNangDxIndex.Text;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Editions.PastResults;

/// <summary>What is there already, and what rests on it: years, indexes, sources, agencies.</summary>
public sealed class PastResultsRegister(DxIndexDb db, TimeProvider clock)
{
    /// <param name="PrintedFigures">Years of which single figures were printed.</param>
    /// <param name="Published">Years with a publication of ours.</param>
    public sealed record Found(
        IReadOnlyDictionary<int, Edition> Editions, IReadOnlyDictionary<string, Series> Series, IReadOnlyDictionary<string, Source> Sources,
        IReadOnlyDictionary<string, Agency> Agencies, IReadOnlySet<int> PrintedFigures, IReadOnlySet<int> Published, int ThisYear)
    {
        /// <summary>Why the results of a year cannot be taken back or replaced; null where they can.</summary>
        public Bilingual? Holds(int year)
        {
            if (PrintedFigures.Contains(year))
                return new(
                    $"Năm {year} có số liệu đã đăng báo gắn với kết quả, nên không gỡ được.",
                    $"Printed figures rest on the results of {year}; they cannot be removed.");
            return Published.Contains(year + 1) && Editions[year + 1].Series == Editions[year].Series
                ? new(
                    $"Kết quả đã công bố của năm {year + 1} so sánh với năm {year}, nên không gỡ được.",
                    $"The published results of {year + 1} are compared with {year}; they cannot be removed.")
                : null;
        }

        /// <summary>Years with imported results, newest first.</summary>
        public IEnumerable<Edition> Imported =>
            Editions.Values.Where(edition => edition.Stage == EditionStage.Imported).OrderByDescending(edition => edition.Year);
    }

    public async Task<Found> ReadAsync(CancellationToken ct) => new(
        await db.Set<Edition>().AsNoTracking().ToDictionaryAsync(edition => edition.Year, ct),
        await db.Set<Series>().AsNoTracking().ToDictionaryAsync(series => series.Code, StringComparer.Ordinal, ct),
        await db.Set<Source>().AsNoTracking().ToDictionaryAsync(source => source.Code, StringComparer.Ordinal, ct),
        await db.Set<Agency>().AsNoTracking().ToDictionaryAsync(agency => agency.Code, StringComparer.Ordinal, ct),
        (await db.Set<PrintedFigure>().Select(figure => figure.Year).Distinct().ToListAsync(ct)).ToHashSet(),
        (await db.Set<Publication>().Select(publication => publication.Year).Distinct().ToListAsync(ct)).ToHashSet(),
        VietNamTime.DayOf(clock.GetUtcNow()).Year);
}
