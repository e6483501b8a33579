using DaNangDxIndex.Accounts;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;
using FluentValidation;

namespace DaNangDxIndex.Assessments;

/// <summary>Asks, with a reason, that a criterion be not applicable. It changes no points: only an appraiser's verdict does.</summary>
public sealed class AskNotApplicable(DxIndexDb db, AssessmentSheets sheets, Acts acts, TimeProvider clock)
{
    public sealed record Command(int Year, string Agency, string Criterion, string? Reason);

    public sealed class Rules : AbstractValidator<Command>
    {
        public Rules() => RuleFor(command => command.Reason).NotEmpty().WithErrorCode("NotApplicableReasonMissing").MaximumLength(2000)
            .WithErrorCode("NotApplicableReasonLong");
    }

    /// <returns>Null where there is no such criterion to ask for.</returns>
    public async Task<AssessmentSheet?> HandleAsync(Command command, Actor actor, CancellationToken ct)
    {
        await using var act = await acts.BeginAsync(ct);
        if (await sheets.FindToChangeAsync(command.Year, command.Agency, ct) is not { } sheet
            || sheet.Form.Lines.All(line => !string.Equals(line.Criterion.Code, command.Criterion, StringComparison.Ordinal)))
        {
            return null;
        }
        var now = clock.GetUtcNow();
        sheet.Assessment.Require(AssessmentVerb.Enter, sheet.Edition, actor, now);
        if (sheet.Requests.ContainsKey(command.Criterion))
            return sheet;
        var request = new NotApplicableRequest(
            command.Year, command.Agency, command.Criterion, command.Reason?.Trim() ?? "", actor.Account, now);
        sheet.Requests[command.Criterion] = request;
        db.Add(request);
        await act.KeepAsync(
            "criterion.ask-not-applicable", $"{sheet.Subject}/criteria/{command.Criterion}", null, new { reason = request.Reason }, ct);
        return sheet;
    }
}
