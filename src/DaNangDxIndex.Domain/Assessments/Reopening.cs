namespace DaNangDxIndex.Assessments;

/// <summary>
/// One criterion of a final assessment opened again: the office asks, the lead appraiser opens it with a reason, and it ends when it has
/// been decided anew and closed, or when the office withdraws what it asked. It is kept, and the agency reads it.
/// </summary>
/// <param name="number">From 1, inside the assessment; at most one has not ended.</param>
/// <param name="request">Why the office asks.</param>
public sealed class Reopening(int year, string agency, int number, string criterion, string request, Guid askedBy, DateTimeOffset askedAt)
{
    public int Year { get; private set; } = year;

    public string Agency { get; private set; } = agency;

    public int Number { get; private set; } = number;

    public string Criterion { get; private set; } = criterion;

    public string Request { get; private set; } = request;

    public Guid AskedBy { get; private set; } = askedBy;

    public DateTimeOffset AskedAt { get; private set; } = askedAt;

    /// <summary>The lead appraiser's reason, which the agency reads; null while it is not opened.</summary>
    public string? Reason { get; private set; }

    public Guid? OpenedBy { get; private set; }

    public DateTimeOffset? OpenedAt { get; private set; }

    /// <summary>When it was closed or withdrawn.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    public int Version { get; private set; }

    /// <summary>Asked for, neither opened nor withdrawn.</summary>
    public bool IsAsked => OpenedAt is null && EndedAt is null;

    /// <summary>Opened, not closed yet.</summary>
    public bool IsOpen => OpenedAt is not null && EndedAt is null;

    /// <exception cref="RuleViolation"><c>reopening.opened</c>: what is opened is not withdrawn any more</exception>
    public void Withdraw(DateTimeOffset at)
    {
        if (!IsAsked)
            throw new RuleViolation("reopening.opened", new(
                "Tiêu chí đã được mở lại nên không rút đề nghị được.",
                "The criterion has been reopened already, so the request cannot be withdrawn."));
        End(at);
    }

    internal void Open(string reason, Guid by, DateTimeOffset at)
    {
        (Reason, OpenedBy, OpenedAt) = (reason, by, at);
        Version++;
    }

    internal void End(DateTimeOffset at)
    {
        EndedAt = at;
        Version++;
    }
}
