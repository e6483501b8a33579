namespace DaNangDxIndex.Assessments;

/// <summary>
/// Why an appraiser departs from what the agency declared: a code, which is published, and a sentence to the agency, which is not.
/// </summary>
public readonly record struct Reasoned
{
    private Reasoned(ReasonCode reason, string sentence) => (Reason, Sentence) = (reason, sentence);

    public ReasonCode Reason { get; }

    public string Sentence { get; }

    /// <exception cref="RuleViolation"><c>reason.missing</c>, <c>reason.sentence-missing</c></exception>
    public static Reasoned Require(ReasonCode? reason, string? sentence)
    {
        if (reason is not { } code)
            throw new RuleViolation("reason.missing", new(
                "Chọn lý do: điểm hoặc số liệu khác với kê khai phải có lý do.",
                "Choose a reason: points or figures that differ from the declaration need one."));
        if (string.IsNullOrWhiteSpace(sentence))
            throw new RuleViolation("reason.sentence-missing", new(
                "Nhập lý do để cơ quan có căn cứ giải trình.", "Give the reason, so that the agency can reply to it."));
        return new(code, sentence.Trim());
    }
}
