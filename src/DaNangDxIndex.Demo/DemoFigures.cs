using DaNangDxIndex.Database;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Demo;

/// <summary>
/// The figures of a demo edition, one statement for all of them. Those of a final edition stand accepted; a few were declared otherwise and
/// corrected, as corrections.csv tells.
/// </summary>
internal static class DemoFigures
{
    public static async Task InsertAsync(DxIndexDb db, DemoEdition edition, DateTimeOffset now, CancellationToken ct)
    {
        var rows = edition.Figures;
        var corrections = edition.IsFinal ? Corrections(edition) : [];
        var agencies = rows.Select(row => row["agency"]).ToArray();
        var figures = rows.Select(row => row["figure"]).ToArray();
        var inForce = rows.Select(row => row["value"]).ToArray();
        var declared =
            rows.Select(row => corrections.GetValueOrDefault((row["agency"], row["figure"]))?["declared"] ?? row["value"]).ToArray();
        var reasons = rows.Select(row => corrections.GetValueOrDefault((row["agency"], row["figure"]))?["reason"]).ToArray();
        var sentences = rows.Select(row => corrections.GetValueOrDefault((row["agency"], row["figure"]))?["sentence"]).ToArray();
        var printed = PrintedResults.FiguresOf(edition);
        var provenance = rows.Select(row => printed.Contains((row["agency"], row["figure"])) ? "press" : "illustrative").ToArray();
        DateTimeOffset? acceptedAt = edition.IsFinal ? new DateTimeOffset(edition.Year + 1, 3, 10, 2, 0, 0, TimeSpan.Zero) : null;
        var declaredAt = edition.IsFinal ? new DateTimeOffset(edition.Year + 1, 1, 20, 2, 0, 0, TimeSpan.Zero) : now.ToUniversalTime();
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO figure_entry
                (year, agency, figure, declared, declared_at, accepted, accepted_at, correction_reason, correction_sentence, provenance, version)
            SELECT {edition.Year}, agency, figure, declared, {declaredAt},
                CASE WHEN {acceptedAt}::timestamptz IS NULL THEN NULL ELSE in_force END, {acceptedAt}, reason, sentence, provenance, 1
            FROM unnest({agencies}, {figures}, {declared}, {inForce}, {reasons}, {sentences}, {provenance})
                AS entry (agency, figure, declared, in_force, reason, sentence, provenance)
            """, ct);
    }

    /// <summary>What agencies that have begun entered since: the rest of the components they have filled in.</summary>
    public static Task CompleteAsync(DxIndexDb db, DemoEdition edition, DateTimeOffset now, CancellationToken ct)
    {
        var days = DemoState.Of(edition).ToDictionary(state => state.Agency, state => state.Days, StringComparer.Ordinal);
        var rows = DemoFile.Rows($"figures/{edition.Tenant}-{edition.Year}-entered.csv");
        var agencies = rows.Select(row => row["agency"]).ToArray();
        var figures = rows.Select(row => row["figure"]).ToArray();
        var declared = rows.Select(row => row["value"]).ToArray();
        var at = rows.Select(
            (row, place) => (now - TimeSpan.FromDays(days[row["agency"]]) - TimeSpan.FromMinutes(place % 400)).ToUniversalTime()).ToArray();
        return db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO figure_entry (year, agency, figure, declared, declared_at, provenance, version)
            SELECT {edition.Year}, agency, figure, declared, at, 'illustrative', 1
            FROM unnest({agencies}, {figures}, {declared}, {at}) AS entry (agency, figure, declared, at)
            ON CONFLICT DO NOTHING
            """, ct);
    }

    private static Dictionary<(string Agency, string Figure), DemoFile.Row> Corrections(DemoEdition edition) =>
        edition.Tenant != "da-nang" ? []
            : DemoFile.Rows($"figures/{edition.Tenant}-{edition.Year}-corrections.csv").ToDictionary(row => (row["agency"], row["figure"]));
}
