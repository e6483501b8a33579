using DaNangDxIndex.Agencies;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Database;
using DaNangDxIndex.Editions;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Assessments;

/// <summary>Loads the sheet of one agency, to read or to change.</summary>
public sealed class AssessmentSheets(DxIndexDb db, CriteriaInForce criteria)
{
    public Task<AssessmentSheet?> FindAsync(int year, string agency, CancellationToken ct) => ReadAsync(year, agency, "", ct);

    /// <summary>
    /// Inside a transaction: whoever changes the same assessment waits here, so that what an approver signs is what was saved last,
    /// and a figure that comes after the signature is refused.
    /// </summary>
    public async Task<AssessmentSheet?> FindToChangeAsync(int year, string agency, CancellationToken ct)
    {
        if (await FindLockedAsync(year, agency, ct) is not { } sheet)
            return null;
        db.Attach(sheet.Assessment);
        db.AttachRange(sheet.Entries.Values);
        db.AttachRange(sheet.Requests.Values);
        db.AttachRange(sheet.Clarifications.Values);
        return sheet;
    }

    /// <summary>The same for whoever changes a row or two, and attaches those alone.</summary>
    internal Task<AssessmentSheet?> FindLockedAsync(int year, string agency, CancellationToken ct)
    {
        ForgetEarlier(year, agency);
        return ReadAsync(year, agency, "FOR UPDATE", ct);
    }

    // The assessment first: what stands around it is read when its lock is held, and so never older than the lock.
    private async Task<AssessmentSheet?> ReadAsync(int year, string agency, string @lock, CancellationToken ct)
    {
        var asked = new OneRoundTrip(db);
        var assessments = asked.Rows<Assessment>($"WHERE year = $1 AND agency = $2 AND joined_into IS NULL {@lock}", year, agency);
        var editions = asked.Rows<Edition>("WHERE year = $1", year);
        var agencies = asked.Rows<Agency>("WHERE code = $1", agency);
        var digests = asked.Each(
            """
            SELECT criteria_digest FROM edition_group
            JOIN assessment ON assessment.year = edition_group.year AND assessment."group" = edition_group.code
            WHERE assessment.year = $1 AND assessment.agency = $2 AND criteria_digest IS NOT NULL
            """, row => row.GetString(0), year, agency);
        var entries = asked.Rows<FigureEntry>("WHERE year = $1 AND agency = $2", year, agency);
        var requests = asked.Rows<NotApplicableRequest>("WHERE year = $1 AND agency = $2", year, agency);
        var clarifications = asked.Rows<Clarification>("WHERE year = $1 AND agency = $2", year, agency);
        // Who saves a figure does not wait for what only a page shows.
        var last = @lock.Length == 0 ? new AskedLastEdition(asked, year, agency) : null;
        var lastYear = last is null ? new AskedLastYear(db, asked, year, agency) : null;
        await asked.SendAsync(ct);
        if (assessments is not [var assessment] || digests is not [var digest]
            || await criteria.ScorerAsync(year, assessment.Group, digest, ct) is not { } scorer)
            return null;
        var shown = last is null ? null : await last.AnswerAsync(editions[0], agency, scorer.Set, criteria, ct);
        return new(
            editions[0], assessment, agencies[0], scorer, entries.ToDictionary(entry => entry.Figure, StringComparer.Ordinal),
            requests.ToDictionary(request => request.Criterion, StringComparer.Ordinal),
            clarifications.ToDictionary(said => said.Doubt, StringComparer.Ordinal))
        {
            Last = shown,
            ComparedWith = lastYear is null
                ? shown?.Comparable
                : await lastYear.AnswerAsync(editions[0], agency, scorer.Set, criteria, ct),
        };
    }

    /// <summary>What an earlier act of the same scope has read is read anew.</summary>
    private void ForgetEarlier(int year, string agency)
    {
        var earlier = db.ChangeTracker.Entries().Where(entry => entry.State == EntityState.Unchanged && entry.Entity switch
        {
            Assessment assessment => assessment.Year == year && assessment.Agency == agency,
            FigureEntry figureEntry => figureEntry.Year == year && figureEntry.Agency == agency,
            NotApplicableRequest request => request.Year == year && request.Agency == agency,
            Clarification clarification => clarification.Year == year && clarification.Agency == agency,
            _ => false,
        });
        foreach (var entry in earlier.ToList())
            entry.State = EntityState.Detached;
    }
}
