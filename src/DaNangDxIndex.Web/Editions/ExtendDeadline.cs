using DaNangDxIndex.Accounts;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;
using DaNangDxIndex.Text;
using FluentValidation;

namespace DaNangDxIndex.Editions;

/// <summary>The office gives one agency more time, with a reason that everybody can read.</summary>
public sealed class ExtendDeadline(AssessmentSheets sheets, Acts acts, TimeProvider clock)
{
    /// <param name="LastDay">Last day of entry, inclusive, in Viet Nam's time.</param>
    public sealed record Command(int Year, string Agency, DateOnly? LastDay, string? Reason)
    {
        /// <summary>Entry ends when the last day does.</summary>
        public DateTimeOffset? Ends => LastDay is { } day ? VietNamTime.EndOf(day) : null;
    }

    public sealed class Rules : AbstractValidator<Command>
    {
        public Rules(TimeProvider clock)
        {
            RuleFor(command => command.Ends).Must(ends => ends > clock.GetUtcNow()).WithErrorCode("LastDayPast")
                .When(command => command.LastDay is not null);
            RuleFor(command => command.Reason).NotEmpty().WithErrorCode("ReasonMissing").MaximumLength(500).WithErrorCode("ReasonLong");
        }
    }

    /// <returns>False when there is no such assessment.</returns>
    public async Task<bool> HandleAsync(Command command, Actor actor, CancellationToken ct)
    {
        if (command.Ends is not { } ends)
            throw new ArgumentException("Validate first.", nameof(command));
        await using var act = await acts.BeginAsync(ct);
        if (await sheets.FindToChangeAsync(command.Year, command.Agency, ct) is not { } sheet)
            return false;
        var assessment = sheet.Assessment;
        var before = new { assessment.ExtendedTo, assessment.ExtensionReason };
        assessment.Extend(ends.ToUniversalTime(), command.Reason ?? "", sheet.Edition, actor, clock.GetUtcNow());
        await act.KeepAsync("assessment.extend", sheet.Subject, before, new { assessment.ExtendedTo, assessment.ExtensionReason }, ct);
        return true;
    }
}
