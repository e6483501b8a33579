using DaNangDxIndex.Accounts;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Assessments;

/// <summary>The holder of a part says inside the agency that it is done, or takes it up again.</summary>
public sealed class SignOffPart(DxIndexDb db, AssessmentSheets sheets, Acts acts, TimeProvider clock)
{
    public sealed record Command(int Year, string Agency, string Component, bool Done);

    /// <returns>Null where nobody was given such a part.</returns>
    /// <exception cref="RuleViolation"><c>part.not-holder</c>, and those of <see cref="AssessmentRules"/> for entering</exception>
    public async Task<AssessmentSheet?> HandleAsync(Command command, Actor actor, CancellationToken ct)
    {
        await using var act = await acts.BeginAsync(ct);
        if (await sheets.FindToChangeAsync(command.Year, command.Agency, ct) is not { } sheet
            || await PartAsync(command, ct) is not { } part)
        {
            return null;
        }
        var now = clock.GetUtcNow();
        sheet.Assessment.Require(AssessmentVerb.Enter, sheet.Edition, actor, now);
        var before = new { part.DoneAt };
        if (command.Done)
            part.SignOff(actor, now);
        else
            part.TakeUpAgain(actor);
        await act.KeepAsync(
            command.Done ? "part.sign-off" : "part.take-up-again",
            $"{sheet.Subject}/components/{part.Component}", before, new { part.DoneAt }, ct);
        return sheet;
    }

    private Task<FormPart?> PartAsync(Command command, CancellationToken ct) => db.Set<FormPart>().SingleOrDefaultAsync(
        part => part.Year == command.Year && part.Agency == command.Agency && part.Component == command.Component, ct);
}
