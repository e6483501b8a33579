using System.Data;
using DaNangDxIndex.Database;
using DaNangDxIndex.Publishing;
using DaNangDxIndex.Publishing.Corrections;
using DaNangDxIndex.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace DaNangDxIndex.Publications;

/// <summary>
/// Published versions as everybody reads them. A version never changes, so it is read once and kept; only which one is the newest is asked
/// of the database each time.
/// </summary>
public sealed class PublishedEditions(DxIndexDb db, CurrentTenant tenant, KeptVersions kept)
{
    /// <summary>The version in force, or null when the year has none.</summary>
    public async Task<PublishedVersion?> NewestAsync(int year, CancellationToken ct) =>
        await NewestNumberAsync(year, ct) is { } number ? await FindAsync(year, number, ct) : null;

    /// <summary>The numbered version, or the one in force where no number is asked for; null when there is none.</summary>
    public Task<PublishedVersion?> AskedAsync(int year, int? number, CancellationToken ct) =>
        number is { } asked ? FindAsync(year, asked, ct) : NewestAsync(year, ct);

    public Task<int?> NewestNumberAsync(int year, CancellationToken ct) =>
        db.Set<Publication>().Where(publication => publication.Year == year).MaxAsync(publication => (int?)publication.Number, ct);

    /// <summary>Versions of a year that were taken out of force, by their number.</summary>
    public Task<Dictionary<int, Withdrawal>> WithdrawnAsync(int year, CancellationToken ct) =>
        db.Set<Withdrawal>().AsNoTracking().Where(withdrawal => withdrawal.Year == year)
            .ToDictionaryAsync(withdrawal => withdrawal.Number, ct);

    /// <summary>The open-data bundle of a version as one zip file; null when there is none.</summary>
    public async Task<ZippedBundle?> BundleAsync(int year, int number, CancellationToken ct)
    {
        var key = (nameof(BundleAsync), tenant.Required.Id, year, number);
        return await kept.FindAsync<ZippedBundle>(key, async () =>
        {
            if (await StoredAsync("canonical", year, number, ct) is not { } stored)
                return null;
            var zip = BundleZip.Write(Bundle.Of(stored.Text));
            return (new ZippedBundle(zip, stored.Digest), zip.Length);
        }, ct);
    }

    /// <summary>
    /// The publication of the year before that was in force when this one was made, or null where there was none or it was withdrawn by
    /// then: what a version is compared with stays the same whatever is corrected or withdrawn later.
    /// </summary>
    public async Task<PublishedVersion?> BeforeAsync(PublishedVersion version, CancellationToken ct)
    {
        var (year, until) = (version.Edition.Year - 1, version.Edition.PublishedAt.AddSeconds(1));
        var number = await db.Set<Publication>().Where(publication => publication.Year == year && publication.PublishedAt < until)
            .MaxAsync(publication => (int?)publication.Number, ct);
        return number is { } known && !await db.Set<Withdrawal>().AnyAsync(
            withdrawal => withdrawal.Year == year && withdrawal.Number == known && withdrawal.WithdrawnAt < until, ct)
            ? await FindAsync(year, known, ct)
            : null;
    }

    /// <summary>A numbered version, or null when there is none.</summary>
    public async Task<PublishedVersion?> FindAsync(int year, int number, CancellationToken ct)
    {
        var key = (nameof(FindAsync), tenant.Required.Id, year, number);
        return await kept.FindAsync<PublishedVersion>(key, async () => await StoredAsync("canonical", year, number, ct) is { } stored
            ? (new PublishedVersion(PublishedEditionJson.Read(stored.Text), stored.Digest), InMemory(stored.Text))
            : null, ct);
    }

    /// <summary>
    /// A numbered version without figures and points of single criteria, or null when there is none: who wants many years asks for this.
    /// </summary>
    public async Task<VersionOutline?> OutlineAsync(int year, int number, CancellationToken ct)
    {
        var key = (nameof(OutlineAsync), tenant.Required.Id, year, number);
        return kept.Find<VersionOutline>(key) ?? (await StoredAsync("outline", year, number, ct) is { } stored
            ? kept.Keep(
                key, OutlineInMemory(stored.Text), () => new VersionOutline(PublishedOutline.Read(stored.Text), stored.Digest))
            : null);
    }

    /// <summary>As <see cref="OutlineAsync"/>, of the version in force.</summary>
    public async Task<VersionOutline?> NewestOutlineAsync(int year, CancellationToken ct) =>
        await NewestNumberAsync(year, ct) is { } number ? await OutlineAsync(year, number, ct) : null;

    /// <summary>
    /// What a version takes once it is read, at most: a third of that where values repeat, as percentages do. SizeOfVersionsTests holds it.
    /// </summary>
    internal static int InMemory(byte[] canonical) => canonical.Length * 3 / 2;

    /// <summary>As <see cref="InMemory"/>: most of an outline are names and the criteria.</summary>
    internal static int OutlineInMemory(byte[] outline) => 3 * outline.Length;

    /// <param name="column">
    /// Of a text, whose bytes are read as they come: as a string it would be twice as much, and as a row that is read whole it would
    /// leave a buffer of that size behind.
    /// </param>
    private async Task<Stored?> StoredAsync(string column, int year, int number, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        await using var asked = new NpgsqlCommand(
            $"SELECT digest, {column} FROM publication WHERE year = $1 AND number = $2",
            (NpgsqlConnection)db.Database.GetDbConnection(), db.Database.CurrentTransaction?.GetDbTransaction() as NpgsqlTransaction)
        {
            Parameters = { new() { Value = year }, new() { Value = number } },
        };
        await using var row = await asked.ExecuteReaderAsync(CommandBehavior.SequentialAccess, ct);
        if (!await row.ReadAsync(ct))
            return null;
        var digest = await row.GetFieldValueAsync<string>(0, ct);
        return new(await row.GetFieldValueAsync<byte[]>(1, ct), digest);
    }

    private sealed record Stored(byte[] Text, string Digest);
}

/// <param name="Digest">Of the version.</param>
public sealed record ZippedBundle(byte[] Zip, string Digest);
