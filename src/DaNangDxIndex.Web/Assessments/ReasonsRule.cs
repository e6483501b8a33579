using FluentValidation;
using FluentValidation.Results;

namespace DaNangDxIndex.Assessments;

/// <summary>What is to be mended in each criterion that is given back: bounded, each fault beside its own field.</summary>
internal static class ReasonsRule
{
    public static void RuleForReasons<T>(this AbstractValidator<T> rules, Func<T, IReadOnlyDictionary<string, string?>> criteria) =>
        rules.RuleFor(command => command).Custom((command, context) =>
        {
            foreach (var (criterion, _) in criteria(command).Where(pair => pair.Value?.Trim().Length > ReturnedCriteria.LongestReason))
                context.AddFailure(new ValidationFailure($"Criteria[{criterion}]", "") { ErrorCode = "CriterionReasonLong" });
        });
}
