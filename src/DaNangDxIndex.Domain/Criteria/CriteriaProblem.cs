using DaNangDxIndex.Text;

namespace DaNangDxIndex.Criteria;

/// <summary>One fault of a criteria file.</summary>
/// <param name="Pointer">Its place as a JSON pointer (RFC 6901), such as "/components/0/criteria/2/rule"; empty for the whole file.</param>
/// <param name="Message">What is wrong and what to do.</param>
public sealed record CriteriaProblem(string Pointer, Bilingual Message)
{
    /// <summary>The line of the file on which the faulty value begins, from 1; 0 where the file as a whole is meant.</summary>
    public int Line { get; init; }

    /// <summary>The member that is not there; null where something else is wrong.</summary>
    public string? Member { get; init; }
}

/// <summary>Either a criteria set that holds together, or every problem that stands in its way.</summary>
public sealed record CriteriaReading(CriteriaSet? Set, IReadOnlyList<CriteriaProblem> Problems)
{
    /// <summary>The set, for callers whose file was checked before.</summary>
    /// <exception cref="RuleViolation">criteria.file: the file has problems; the sentence states the first and how many there
    /// are.</exception>
    public CriteriaSet Require()
    {
        if (Set is not null)
            return Set;
        var first = Problems[0];
        throw new RuleViolation("criteria.file", new Bilingual(
            $"Tệp bộ chỉ số có {Problems.Count} lỗi; lỗi đầu tiên tại {first.Pointer}: {first.Message.Vi}",
            $"The criteria file has {Problems.Count} {new Counted(Problems.Count):problem|problems}; "
            + $"the first at {first.Pointer}: {first.Message.En}"));
    }
}
