using DaNangDxIndex.Database;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Publications;

/// <summary>
/// Whether each version is the text whose digest was printed: to be asked wherever a tenant's rows came from elsewhere, a backup or
/// another cluster.
/// </summary>
internal sealed class VerifyPublications(DxIndexDb db)
{
    public sealed record Outcome(int Publications, IReadOnlyList<Bilingual> Faults);

    private sealed record Compared(int Year, int Number, bool Holds);

    public async Task<Outcome> HandleAsync(CancellationToken ct)
    {
        var versions = await db.Database.SqlQuery<Compared>($"""
            SELECT year AS "Year", number AS "Number", digest = encode(sha256(convert_to(canonical, 'UTF8')), 'hex') AS "Holds"
            FROM publication ORDER BY year, number
            """).ToListAsync(ct);
        return new(versions.Count, [.. versions.Where(version => !version.Holds).Select(version => new Bilingual(
            $"Bản công bố số {version.Number} của kỳ {version.Year} đã bị sửa: nội dung không khớp mã băm.",
            $"Version {version.Number} of the edition {version.Year} was changed: its content does not give its digest."))]);
    }
}
