namespace DaNangDxIndex.Audit;

/// <summary>Who did what, when, to what, and what stood there before and after.</summary>
public abstract class AuditedAct
{
    /// <summary>In UTC, whole microseconds: what the database keeps.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Null where the program itself acted, or nobody known (a failed sign-in).</summary>
    public Guid? AccountId { get; init; }

    public required string AccountName { get; init; }

    /// <summary>Stable, dotted, lower-case: "assessment.submit".</summary>
    public required string Verb { get; init; }

    /// <summary>What it was done to, as in its address: "editions/2025/agencies/w25-hai-chau".</summary>
    public required string Subject { get; init; }

    /// <summary>JSON as PostgreSQL writes jsonb; null where nothing stood there.</summary>
    public string? Before { get; init; }

    public string? After { get; init; }

    public string? RequestId { get; init; }
}
