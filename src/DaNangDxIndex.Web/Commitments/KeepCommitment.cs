using DaNangDxIndex.Accounts;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;
using DaNangDxIndex.Text;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Commitments;

/// <summary>The agency commits itself about a criterion, changes what it wrote, and says what became of it.</summary>
public sealed class KeepCommitment(DxIndexDb db, OwnCommitments commitments, Acts acts, TimeProvider clock)
{
    /// <param name="Number">0 for a new one.</param>
    /// <param name="Criterion">Of a new one; an existing one keeps its own.</param>
    /// <param name="Version">Of the commitment that was on screen.</param>
    public sealed record Command(
        int Year, string Agency, int Number, string? Criterion, int Version, string? Sentence, string? Person, string? Due);

    public sealed record Turning(int Year, string Agency, int Number, int Version, CommitmentState State);

    /// <returns>Null where there is no such agency, criterion or commitment.</returns>
    /// <exception cref="RuleViolation">As <see cref="CommitmentRules"/> say.</exception>
    public async Task<Commitment?> HandleAsync(Command command, Actor actor, CancellationToken ct)
    {
        CommitmentRules.RequireOwn(command.Agency, actor);
        await using var act = await acts.BeginAsync(ct);
        await LockAsync(command.Year, command.Agency, ct);
        if (await commitments.FindAsync(command.Year, command.Agency, ct) is not { } found
            || await FindOrMakeAsync(command, found, actor, ct) is not { } commitment)
            return null;
        var isNew = command.Number == 0;
        ChangedMeanwhile.RequireSame(command.Version, commitment.Version);
        CommitmentRules.RequireOpen(commitment);
        var before = isNew ? null : Told(commitment);
        commitment.Saying(CommitmentRules.Require(
            command.Sentence, command.Person, TypedDate.Read(command.Due).Day, isNew ? null : commitment.Due,
            VietNamTime.DayOf(clock.GetUtcNow())));
        await act.KeepAsync(isNew ? "commitment.make" : "commitment.change", SubjectOf(commitment), before, Told(commitment), ct);
        return commitment;
    }

    /// <returns>Null where there is no such commitment.</returns>
    /// <exception cref="ChangedMeanwhile">A colleague was faster.</exception>
    public async Task<Commitment?> TurnAsync(Turning command, Actor actor, CancellationToken ct)
    {
        CommitmentRules.RequireOwn(command.Agency, actor);
        await using var act = await acts.BeginAsync(ct);
        if (await FindAsync(command.Year, command.Agency, command.Number, ct) is not { } commitment)
            return null;
        ChangedMeanwhile.RequireSame(command.Version, commitment.Version);
        var before = new { commitment.State };
        commitment.Turn(command.State, clock.GetUtcNow());
        await act.KeepAsync("commitment.turn", SubjectOf(commitment), before, new { commitment.State }, ct);
        return commitment;
    }

    /// <summary>Two of an agency who commit it at once get two numbers.</summary>
    private Task LockAsync(int year, string agency, CancellationToken ct) => db.Database.ExecuteSqlAsync(
        $"SELECT 1 FROM assessment WHERE year = {year} AND agency = {agency} FOR UPDATE", ct);

    private async Task<Commitment?> FindOrMakeAsync(
        Command command, OwnCommitments.Found found, Actor actor, CancellationToken ct)
    {
        if (command.Number != 0)
            return await FindAsync(command.Year, command.Agency, command.Number, ct);
        var criterion = found.Version.GroupOf(command.Agency)?.Criteria.Criterion(command.Criterion ?? "");
        if (criterion?.Rule is null)
            return null;
        CommitmentRules.RequireRoom(found.All.Count);
        var number = 1 + found.All.Select(commitment => commitment.Number).DefaultIfEmpty().Max();
        return db.Add(new Commitment(
            command.Year, command.Agency, number, criterion.Code, actor.Account, clock.GetUtcNow())).Entity;
    }

    private Task<Commitment?> FindAsync(int year, string agency, int number, CancellationToken ct) => db.Set<Commitment>()
        .SingleOrDefaultAsync(commitment => commitment.Year == year && commitment.Agency == agency && commitment.Number == number, ct);

    private static object Told(Commitment commitment) =>
        new { commitment.Criterion, commitment.Sentence, commitment.Person, commitment.Due };

    private static string SubjectOf(Commitment commitment) =>
        $"assessments/{commitment.Year}/{commitment.Agency}/commitments/{commitment.Number}";
}
