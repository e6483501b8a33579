using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Appraisal;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Database;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Publishing;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Amendments;

/// <summary>
/// The office changes weights, rules or guidance of a group while the edition runs. First tried on everything that is there, so that it is
/// known whose points move; then stored once, with its reason and document.
/// </summary>
public sealed class AmendCriteria(
    DxIndexDb db, RunningEditions editions, EditionResults results, RecordedAmendments amendments, Acts acts, TimeProvider clock)
{
    /// <param name="After">The group's criteria as they shall be.</param>
    public sealed record Change(int Year, string Group, CriteriaSet After);

    /// <param name="Seen">Digest of the trial that was on screen.</param>
    /// <param name="Document">Null in a sample only.</param>
    public sealed record Command(Change Change, string Seen, string Reason, AmendingDocument? Document);

    /// <summary>What the change does to the figures and decisions that are there.</summary>
    /// <param name="Agencies">How many agencies were computed.</param>
    public sealed record Trial(CriteriaSet Before, CriteriaSet After, IReadOnlyList<Movement> Moved, int Agencies)
    {
        /// <summary>What is signed is what was on screen.</summary>
        public string Digest => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
            $"{CriteriaFile.Write(Before)}\n{CriteriaFile.Write(After)}\n{JsonSerializer.Serialize(Moved)}")));
    }

    /// <summary>Null when there is no such group, or its criteria are not known.</summary>
    /// <exception cref="RuleViolation"><c>amendment.settled</c>, <c>amendment.other-form</c>, <c>amendment.nothing</c></exception>
    public async Task<Trial?> TryAsync(Change change, CancellationToken ct)
    {
        AmendmentRules.RequireNothingSettled(
            await db.Set<Assessment>().AsNoTracking()
                .Where(assessment => assessment.Year == change.Year && assessment.Group == change.Group).ToListAsync(ct));
        var file = await db.Set<EditionGroup>().AsNoTracking()
            .Where(group => group.Year == change.Year && group.Code == change.Group)
            .Select(group => group.CriteriaFile).SingleOrDefaultAsync(ct);
        return file is null ? null : await TryAsync(change, CriteriaFile.Read(file).Require(), ct);
    }

    /// <returns>False when there is no such group.</returns>
    /// <exception cref="RuleViolation">Those of <see cref="AmendmentRules"/>.</exception>
    /// <exception cref="ChangedMeanwhile">What is there computes otherwise than what was on screen.</exception>
    public async Task<bool> HandleAsync(Command command, Actor actor, CancellationToken ct)
    {
        var (year, code, after) = command.Change;
        await using var act = await acts.BeginAsync(ct);
        if (await editions.FindToChangeAsync(year, ct) is not { } running)
            return false;
        AmendmentRules.RequireAmendable(running.Edition, actor);
        AmendmentRules.RequireDocument(running.Edition, command.Document);
        var group = await db.Set<EditionGroup>()
            .SingleOrDefaultAsync(editionGroup => editionGroup.Year == year && editionGroup.Code == code, ct);
        if (group is not { CriteriaFile: { } file })
            return false;
        AmendmentRules.RequireNothingSettled(running.Assessments.Where(assessment => assessment.Group == code));
        var trial = await TryAsync(command.Change, CriteriaFile.Read(file).Require(), ct);
        if (trial.Digest != command.Seen)
            throw new ChangedMeanwhile();

        var written = CriteriaFile.Write(after);
        await amendments.AddAsync(year, code, file, written, command.Reason, command.Document, trial.Moved, actor, clock.GetUtcNow(), ct);
        group.Use(written);
        var stale = await GoStaleAsync(running, code, AmendmentRules.Touched(trial.Before, after), ct);
        await act.KeepAsync("edition.amend", $"editions/{year}/groups/{code}", null, new
        {
            command.Reason, Document = command.Document?.Citation.Vi,
            Criteria = AmendmentRules.Touched(trial.Before, after), Moved = trial.Moved.Count, Stale = stale,
        }, ct);
        return true;
    }

    private async Task<Trial> TryAsync(Change change, CriteriaSet before, CancellationToken ct)
    {
        AmendmentRules.RequireSameForm(before, change.After);
        var (stands, would) = await results.CompareAsync(change.Year, change.Group, before, change.After, ct);
        return new(before, change.After, Movement.Between(stands, would), would.Count);
    }

    /// <summary>Decisions on criteria whose points another rule may move want a second look.</summary>
    private async Task<int> GoStaleAsync(RunningEditions.Found running, string group, IReadOnlySet<string> touched, CancellationToken ct)
    {
        var agencies = running.Assessments.Where(assessment => assessment.Group == group).Select(assessment => assessment.Agency).ToList();
        var verdicts = await db.Set<Verdict>()
            .Where(verdict => verdict.Year == running.Edition.Year && agencies.Contains(verdict.Agency) && !verdict.Stale).ToListAsync(ct);
        var concerned = verdicts.Where(verdict => touched.Contains(verdict.Criterion)).ToList();
        concerned.ForEach(verdict => verdict.GoStale());
        return concerned.Count;
    }
}
