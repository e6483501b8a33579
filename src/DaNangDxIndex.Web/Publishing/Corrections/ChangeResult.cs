using DaNangDxIndex.Accounts;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;
using DaNangDxIndex.Scoring;

namespace DaNangDxIndex.Publishing.Corrections;

/// <summary>The office enters one change of a correction, in place of the one that it may hold of the same, or takes it out.</summary>
public sealed class ChangeResult(DxIndexDb db, CorrectionDrafts drafts, Acts acts)
{
    /// <param name="Version">Of the draft that was on screen.</param>
    /// <param name="Figure">Code of the figure; null where a decision is changed.</param>
    /// <param name="Criterion">Code of the criterion; null where a figure is changed.</param>
    /// <param name="Typed">The value, as it was typed; blank for "no value".</param>
    /// <param name="Language">In which it was typed; null for invariant text.</param>
    public sealed record Command(
        int Year, int Version, string Agency, string? Figure, string? Criterion, string? Typed, string? Language,
        VerdictDecision? Decision, decimal? Points, ReasonCode? Reason);

    /// <summary>Code of the refusal of a value that is none of the figure.</summary>
    public const string ValueRefused = "correction.value";

    /// <returns>False when there is no draft, or no such agency, figure or criterion in it.</returns>
    /// <exception cref="RuleViolation">Those of <see cref="CorrectionRules"/>, and <see cref="ValueRefused"/>.</exception>
    /// <exception cref="ChangedMeanwhile"/>
    public async Task<bool> HandleAsync(Command command, Actor actor, CancellationToken ct)
    {
        await using var act = await acts.BeginAsync(ct);
        if (await drafts.FindToChangeAsync(command.Year, ct) is not { Draft: { } draft } found
            || found.Newest.Edition.GroupOf(command.Agency) is not { } group || group.Entrant(command.Agency) is not { } entrant
            || Wanted(group, command) is not { } wanted)
            return false;
        Require(found, draft, command.Version, command.Agency, actor);
        var change = wanted.Of(entrant);
        CorrectionRules.RequireChange(group.Criteria, entrant, change);
        var known = found.Drafted.FirstOrDefault(draftedChange =>
            draftedChange.Agency == wanted.Agency && draftedChange.Figure == wanted.Figure && draftedChange.Criterion == wanted.Criterion);
        CorrectionRules.RequireFew(found.Drafted.Count + (known is null ? 1 : 0));
        if (known is not null)
            Take(known, wanted);
        else
            db.Add(wanted);
        draft.Changed();
        await act.KeepAsync("correction.change", SubjectOf(command.Year, wanted), null, Told(wanted), ct);
        return true;
    }

    /// <returns>False when there is no such change.</returns>
    public async Task<bool> RemoveAsync(
        int year, int version, string agency, string? figure, string? criterion, Actor actor, CancellationToken ct)
    {
        await using var act = await acts.BeginAsync(ct);
        if (await drafts.FindToChangeAsync(year, ct) is not { Draft: { } draft } found
            || found.Drafted.FirstOrDefault(draftedChange => draftedChange.Agency == agency && draftedChange.Figure == (figure ?? "")
                && draftedChange.Criterion == (criterion ?? "")) is not { } change)
            return false;
        Require(found, draft, version, agency, actor);
        db.Remove(change);
        draft.Changed();
        await act.KeepAsync("correction.remove-change", SubjectOf(year, change), Told(change), null, ct);
        return true;
    }

    private static void Require(CorrectionDrafts.Found found, CorrectionDraft draft, int version, string agency, Actor actor)
    {
        CorrectionRules.RequirePrepared(found.Edition, actor);
        CorrectionRules.RequireForeign(actor, agency);
        if (found.IsOvertaken)
            throw CorrectionRules.CorrectedMeanwhile();
        ChangedMeanwhile.RequireSame(version, draft.Version);
    }

    private static DraftedChange? Wanted(PublishedGroup group, Command command)
    {
        if (command.Figure is { } code)
        {
            if (group.Criteria.Figure(code) is not { } figure)
                return null;
            var reading = TypedFigure.Read(figure, command.Typed, command.Language);
            if (reading.Refusal is { } refusal)
                throw new RuleViolation(ValueRefused, refusal);
            return new DraftedChange(command.Year, command.Agency, code, "").Take(reading.Value?.Write(figure), command.Reason);
        }

        if (command.Criterion is not { } criterion || group.Criteria.Criterion(criterion) is null)
            return null;
        var decision = command.Decision is null or VerdictDecision.Accept ? null
            : new PublishedDecision(
                command.Decision.Value,
                command.Decision == VerdictDecision.Points ? (Fraction?)(command.Points ?? -1) : null, command.Reason);
        return new DraftedChange(command.Year, command.Agency, "", criterion).Take(decision);
    }

    private static void Take(DraftedChange known, DraftedChange wanted)
    {
        if (known.Criterion.Length == 0)
            known.Take(wanted.Value, wanted.Reason);
        else
            known.Take(wanted.Decision is { } decision
                ? new PublishedDecision(decision, wanted.Points is { } points ? Fraction.Parse(points) : null, wanted.Reason) : null);
    }

    private static string SubjectOf(int year, DraftedChange change) => change.Criterion.Length == 0
        ? $"assessments/{year}/{change.Agency}/figures/{change.Figure}"
        : $"assessments/{year}/{change.Agency}/criteria/{change.Criterion}";

    private static object Told(DraftedChange change) => new { change.Value, change.Decision, change.Points, change.Reason };
}
