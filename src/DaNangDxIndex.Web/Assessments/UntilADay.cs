using DaNangDxIndex.Text;
using FluentValidation;

namespace DaNangDxIndex.Assessments;

/// <summary>What is allowed until a day is over: an extension, a return, a record taken back.</summary>
/// <param name="LastDay">Inclusive, in Viet Nam's time; null where none was typed.</param>
public abstract record UntilADay(DateOnly? LastDay)
{
    public DateTimeOffset? Ends => LastDay is { } day ? VietNamTime.EndOf(day) : null;

    /// <summary>Once the input is validated there is a day.</summary>
    internal DateTimeOffset RequiredEnd => Ends?.ToUniversalTime() ?? throw new InvalidOperationException("Validate first.");
}

internal static class LastDayRule
{
    /// <summary>A day that is over gives nobody time. A day that cannot be read is told where it is typed.</summary>
    public static void RuleForLastDay<T>(this AbstractValidator<T> rules, TimeProvider clock)
        where T : UntilADay => rules.RuleFor(command => command.Ends).Must(ends => ends > clock.GetUtcNow())
            .WithErrorCode("LastDayPast").When(command => command.LastDay is not null);
}
