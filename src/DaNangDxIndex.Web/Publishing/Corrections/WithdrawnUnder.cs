using DaNangDxIndex.Text;
using FluentValidation;

namespace DaNangDxIndex.Publishing.Corrections;

/// <summary>Cause and document of a withdrawal, as they were typed.</summary>
/// <param name="Sample">The edition is a sample, which has no document.</param>
public sealed record WithdrawnUnder(string? Reason, DocumentKind? Kind, string? Number, string? Date, bool Sample)
{
    /// <summary>The day of the document; null while it cannot be read, and in a sample.</summary>
    public DateOnly? Day => Sample ? null : TypedDate.Read(Date).Day;

    public sealed class Rules : AbstractValidator<WithdrawnUnder>
    {
        public Rules()
        {
            RuleLevelCascadeMode = CascadeMode.Stop;
            RuleFor(under => under.Reason).Must(reason => !string.IsNullOrWhiteSpace(reason)).WithErrorCode("ReasonMissing")
                .MaximumLength(CorrectionRules.LongestCause).WithErrorCode("ReasonLong");
            When(under => !under.Sample, () =>
            {
                RuleFor(under => under.Kind).NotNull().WithErrorCode("KindMissing");
                RuleFor(under => under.Number).NotEmpty().WithErrorCode("NumberMissing").MaximumLength(200).WithErrorCode("TooLong")
                    .Matches("^[0-9]+/[^ ]+$").WithErrorCode("NumberForm");
                RuleFor(under => under.Day).NotNull().WithErrorCode("DateForm").OverridePropertyName(nameof(Date));
            });
        }
    }
}
