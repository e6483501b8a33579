namespace DaNangDxIndex.Surveys;

/// <summary>
/// How many citizens are asked about one agency for one survey figure, and what came of it. Below the least number of answers the survey
/// says nothing: the figure stays blank and earns no points, until the office has asked more people and loads the sample again.
/// </summary>
public sealed class SurveySample(int year, string agency, string figure)
{
    public const int Most = 1_000_000;

    public int Year { get; private set; } = year;

    public string Agency { get; private set; } = agency;

    public string Figure { get; private set; } = figure;

    /// <summary>Answers that the plan wants.</summary>
    public int Wanted { get; private set; }

    /// <summary>The least number of answers that counts.</summary>
    public int Least { get; private set; }

    /// <summary>Questionnaires sent; null while the survey has not been held.</summary>
    public int? Sent { get; private set; }

    public int? Answered { get; private set; }

    /// <summary>Of those who answered.</summary>
    public int? Satisfied { get; private set; }

    public int Version { get; private set; }

    /// <summary>Enough people have answered for the result to count.</summary>
    public bool IsEnough => Answered is > 0 && Answered >= Least;

    /// <summary>Percent, rounded half away from zero to two decimals; null where it does not count.</summary>
    public decimal? Value => ValueOf(Least, Answered, Satisfied);

    public WilsonInterval? Interval => Answered is { } answered and > 0 && Satisfied is { } satisfied
        ? WilsonInterval.Of(satisfied, answered)
        : null;

    /// <summary>The same of numbers that are not stored yet.</summary>
    public static decimal? ValueOf(int least, int? answered, int? satisfied) =>
        answered is { } n and > 0 && n >= least && satisfied is { } s
        ? Math.Round(100m * s / n, 2, MidpointRounding.AwayFromZero)
        : null;

    /// <returns>Why these numbers cannot be, or null.</returns>
    public static Bilingual? Fault(int wanted, int least, int? sent, int? answered, int? satisfied)
    {
        if (wanted is < 1 or > Most || least < 1 || least > wanted)
            return new(
                "Số phiếu cần có và số phiếu tối thiểu phải là số nguyên từ 1; số tối thiểu không lớn hơn số cần có.",
                "Wanted and least are whole numbers from 1, and least is not above wanted.");
        if ((sent is null) != (answered is null) || (sent is null) != (satisfied is null))
            return new(
                "Điền cả ba số: phiếu gửi, phiếu trả lời, phiếu hài lòng; hoặc để trống cả ba khi chưa khảo sát.",
                "Fill in sent, answered and satisfied, or leave all three blank before the survey is held.");
        return sent > Most || answered > sent || satisfied > answered || satisfied < 0
            ? new(
                "Số phiếu hài lòng không lớn hơn số phiếu trả lời; số phiếu trả lời không lớn hơn số phiếu gửi.",
                "Satisfied is not above answered, and answered is not above sent.")
            : null;
    }

    public void Take(int wanted, int least, int? sent, int? answered, int? satisfied)
    {
        if (Fault(wanted, least, sent, answered, satisfied) is { } fault)
            throw new RuleViolation("survey.numbers", fault);
        (Wanted, Least, Sent, Answered, Satisfied) = (wanted, least, sent, answered, satisfied);
        Version++;
    }
}
