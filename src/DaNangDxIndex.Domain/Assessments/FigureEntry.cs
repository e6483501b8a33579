
namespace DaNangDxIndex.Assessments;

/// <summary>
/// What one agency declared for one figure of the criteria set, and what its verifying unit accepted: side by side, never one over the
/// other. Values are invariant text: a decimal number ("3468", "98.06"), "yes"/"no", or an option's code; null is blank, which is not zero.
/// </summary>
public sealed class FigureEntry(int year, string agency, string figure)
{
    public int Year { get; private set; } = year;

    public string Agency { get; private set; } = agency;

    public string Figure { get; private set; } = figure;

    public string? Declared { get; private set; }

    /// <summary>Where the declared value comes from; a correction does not change it.</summary>
    public Provenance Provenance { get; private set; }

    public Guid? DeclaredBy { get; private set; }

    public DateTimeOffset? DeclaredAt { get; private set; }

    /// <summary>Null with <see cref="AcceptedAt"/> set means: the verifying unit holds that there is no valid value.</summary>
    public string? Accepted { get; private set; }

    public Guid? AcceptedBy { get; private set; }

    public DateTimeOffset? AcceptedAt { get; private set; }

    /// <summary>Why the accepted value differs from the declared one; null when it does not. Published.</summary>
    public ReasonCode? CorrectionReason { get; private set; }

    /// <summary>What the verifying unit says about it to the agency; not published.</summary>
    public string? CorrectionSentence { get; private set; }

    /// <summary>Counts the changes; a writer who saw another version is refused, so nothing is overwritten in silence.</summary>
    public int Version { get; private set; }

    /// <summary>What the scoring reads after appraisal: the accepted value where there is one, else the declared one.</summary>
    public string? InForce => AcceptedAt is null ? Declared : Accepted;

    /// <summary>A new declared value is unchecked, so an earlier acceptance falls away.</summary>
    /// <param name="value">Invariant text; null blanks the figure.</param>
    /// <param name="by">Whose account enters it.</param>
    /// <param name="at">The moment of entry.</param>
    /// <param name="from">The agency itself, unless the office loads a figure of another source.</param>
    public void Declare(string? value, Guid by, DateTimeOffset at, Provenance from = Provenance.Agency)
    {
        (Declared, DeclaredBy, DeclaredAt, Provenance) = (value, by, at, from);
        (Accepted, AcceptedBy, AcceptedAt, CorrectionReason, CorrectionSentence) = (null, null, null, null, null);
        Version++;
    }

    public void Accept(Guid by, DateTimeOffset at)
    {
        (Accepted, AcceptedBy, AcceptedAt, CorrectionReason, CorrectionSentence) = (Declared, by, at, null, null);
        Version++;
    }

    /// <param name="value">Invariant text; null where the verifying unit holds that there is no valid value.</param>
    /// <exception cref="RuleViolation">
    /// <c>figure.not-corrected</c>: the value is the declared one; <c>reason.missing</c>, <c>reason.sentence-missing</c>
    /// </exception>
    public void Correct(string? value, ReasonCode? reason, string? sentence, Guid by, DateTimeOffset at)
    {
        if (string.Equals(value, Declared, StringComparison.Ordinal))
            throw new RuleViolation("figure.not-corrected", new(
                "Giá trị này bằng số liệu kê khai. Nếu số liệu đúng, chọn xác nhận số liệu.",
                "This is the declared value. If it is right, confirm the figure instead."));
        var why = Reasoned.Require(reason, sentence);
        (Accepted, AcceptedBy, AcceptedAt, CorrectionReason, CorrectionSentence) = (value, by, at, why.Reason, why.Sentence);
        Version++;
    }
}
