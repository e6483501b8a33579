using System.Linq.Expressions;
using FluentValidation;

namespace DaNangDxIndex.Editions;

/// <summary>Why the office gives an agency more time, or records that it did not submit: the agency reads it.</summary>
internal static class OfficesReason
{
    private const int Longest = 500;

    public static void RuleForReason<T>(this AbstractValidator<T> rules, Expression<Func<T, string?>> reason) =>
        rules.RuleFor(reason).NotEmpty().WithErrorCode("ReasonMissing").MaximumLength(Longest).WithErrorCode("ReasonLong");
}
