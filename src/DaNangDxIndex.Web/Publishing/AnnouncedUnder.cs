using DaNangDxIndex.Text;
using FluentValidation;

namespace DaNangDxIndex.Publishing;

/// <summary>The document that announces the results, as it was typed.</summary>
public sealed record AnnouncedUnder(DocumentKind? Kind, string? Number, string? Date, string? Issuer, string? IssuerEn, string? Annex)
{
    /// <summary>The whole document, or null while something of it is missing.</summary>
    public PublishedDocument? Document =>
        Kind is { } kind && TypedDate.Read(Date).Day is { } date && Number is not null && Issuer is not null && IssuerEn is not null
        ? new(kind.Name(), Number, date, new(Issuer, IssuerEn), Annex)
        : null;

    public sealed class Rules : AbstractValidator<AnnouncedUnder>
    {
        private const int Longest = 200;

        public Rules()
        {
            RuleLevelCascadeMode = CascadeMode.Stop;
            RuleFor(document => document.Kind).NotNull().WithErrorCode("KindMissing");
            RuleFor(document => document.Number).NotEmpty().WithErrorCode("NumberMissing")
                .MaximumLength(Longest).WithErrorCode("TooLong").Matches("^[0-9]+/[^ ]+$").WithErrorCode("NumberForm");
            RuleFor(document => document.Date).NotEmpty().WithErrorCode("DateMissing").Must(date => TypedDate.Read(date).Day is not null)
                .WithErrorCode("DateForm");
            RuleFor(document => document.Issuer).NotEmpty().WithErrorCode("IssuerMissing").MaximumLength(Longest).WithErrorCode("TooLong");
            RuleFor(document => document.IssuerEn).NotEmpty().WithErrorCode("IssuerMissing").MaximumLength(Longest)
                .WithErrorCode("TooLong");
            RuleFor(document => document.Annex).Matches("^[IVX]{1,8}$").WithErrorCode("AnnexForm")
                .When(document => document.Annex is not null);
        }
    }
}
