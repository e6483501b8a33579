using DaNangDxIndex.Accounts;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Database;

namespace DaNangDxIndex.Assessments;

/// <summary>
/// The heir states the sum of what the agencies that merged into it had entered as its own figure; nobody does it in its place.
/// </summary>
public sealed class ConfirmJoined(DxIndexDb db, AssessmentSheets sheets, JoinedOffers offers, Acts acts, TimeProvider clock)
{
    /// <param name="Sum">The sum that was on screen, invariant.</param>
    public sealed record Command(int Year, string Agency, string Figure, string? Sum);

    /// <returns>Null where there is nothing to confirm.</returns>
    /// <exception cref="ChangedMeanwhile">The sum is another one now.</exception>
    /// <exception cref="RuleViolation"><c>figure.joined-out-of-bounds</c>, and those of <see cref="AssessmentRules"/> for
    /// entering</exception>
    public async Task<AssessmentSheet?> HandleAsync(Command command, Actor actor, CancellationToken ct)
    {
        await using var act = await acts.BeginAsync(ct);
        if (await sheets.FindToChangeAsync(command.Year, command.Agency, ct) is not { } sheet
            || !(await offers.OfAsync(sheet, ct)).TryGetValue(command.Figure, out var offer) || offer.IsSettled || offer.Sum is not { } sum)
        {
            return null;
        }
        var now = clock.GetUtcNow();
        sheet.Assessment.Require(AssessmentVerb.Enter, sheet.Edition, actor, now);
        if (!string.Equals(sum.Write(offer.Figure), command.Sum, StringComparison.Ordinal))
            throw new ChangedMeanwhile();
        if (FigureBounds.Refusal(offer.Figure, sum.Number) is { } outside)
            throw new RuleViolation("figure.joined-out-of-bounds", outside);
        var entry = sheet.Entries.GetValueOrDefault(command.Figure);
        var before = new { declared = entry?.Declared };
        if (entry is null)
            db.Add(entry = sheet.Entries[command.Figure] = new(command.Year, command.Agency, command.Figure));
        entry.Declare(command.Sum, actor.Account, now);
        await act.KeepAsync("figure.confirm-joined", $"{sheet.Subject}/figures/{command.Figure}", before, new
        {
            declared = command.Sum,
            from = offer.Values.Select(part => new { agency = part.Agency.Vi, value = part.Value.Write(offer.Figure) }),
        }, ct);
        return sheet;
    }
}
