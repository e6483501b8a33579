namespace DaNangDxIndex.Commitments;

public enum CommitmentState
{
    Open,

    /// <summary>The agency says that it is done.</summary>
    Done,

    /// <summary>The agency no longer intends it. It stays, as everything does that was promised.</summary>
    Withdrawn,
}

/// <summary>
/// What an agency will do about points it lost: by whom and until when. It is the agency's own word; nobody appraises it.
/// </summary>
/// <param name="year">The edition in which the points were lost.</param>
/// <param name="number">From 1 within agency and year.</param>
/// <param name="criterion">Code in that edition's criteria.</param>
public sealed class Commitment(int year, string agency, int number, string criterion, Guid madeBy, DateTimeOffset madeAt)
{
    public int Year { get; private set; } = year;

    public string Agency { get; private set; } = agency;

    public int Number { get; private set; } = number;

    public string Criterion { get; private set; } = criterion;

    public Guid MadeBy { get; private set; } = madeBy;

    public DateTimeOffset MadeAt { get; private set; } = madeAt;

    /// <summary>What will be done.</summary>
    public string Sentence { get; private set; } = "";

    /// <summary>Who answers for it, by name or office; not an account of this system.</summary>
    public string Person { get; private set; } = "";

    /// <summary>The last day.</summary>
    public DateOnly Due { get; private set; }

    public CommitmentState State { get; private set; }

    /// <summary>When it was done or withdrawn; null while it is open.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    public int Version { get; private set; }

    public bool IsOverdue(DateOnly today) => State == CommitmentState.Open && Due < today;

    /// <param name="terms">As <see cref="CommitmentRules.Require"/> gave them.</param>
    public Commitment Saying(CommitmentRules.Terms terms)
    {
        (Sentence, Person, Due, Version) = (terms.Sentence, terms.Person, terms.Due, Version + 1);
        return this;
    }

    /// <summary>Done, withdrawn, or open again.</summary>
    public void Turn(CommitmentState state, DateTimeOffset now) =>
        (State, EndedAt, Version) = (state, state == CommitmentState.Open ? null : now, Version + 1);
}
