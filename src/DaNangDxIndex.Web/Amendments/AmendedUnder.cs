using DaNangDxIndex.Publishing;
using DaNangDxIndex.Text;
using FluentValidation;

namespace DaNangDxIndex.Amendments;

/// <summary>Reason and document of an amendment, as they were typed.</summary>
/// <param name="Sample">The edition is a sample, which has no document.</param>
public sealed record AmendedUnder(string? Reason, DocumentKind? Kind, string? Number, string? Date, bool Sample)
{
    public AmendingDocument? Document =>
        !Sample && Kind is { } kind && Number is not null && TypedDate.Read(Date).Day is { } day ? new(kind, Number.Trim(), day) : null;

    public sealed class Rules : AbstractValidator<AmendedUnder>
    {
        public Rules()
        {
            RuleLevelCascadeMode = CascadeMode.Stop;
            RuleFor(under => under.Reason).Must(reason => !string.IsNullOrWhiteSpace(reason)).WithErrorCode("ReasonMissing")
                .MaximumLength(1000).WithErrorCode("ReasonLong");
            When(under => !under.Sample, () =>
            {
                RuleFor(under => under.Kind).NotNull().WithErrorCode("KindMissing");
                RuleFor(under => under.Number).NotEmpty().WithErrorCode("NumberMissing")
                    .MaximumLength(200).WithErrorCode("NumberForm")
                    .Matches("^[0-9]+/[^ ]+$").WithErrorCode("NumberForm");
                RuleFor(under => under.Date).Must(date => TypedDate.Read(date).Day is not null).WithErrorCode("DateForm");
            });
        }
    }
}
