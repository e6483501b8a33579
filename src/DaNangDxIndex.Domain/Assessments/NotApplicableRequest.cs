namespace DaNangDxIndex.Assessments;

/// <summary>The agency asks, with a reason, that a criterion be not applicable; only an appraiser's verdict grants it.</summary>
public sealed class NotApplicableRequest(
    int year, string agency, string criterion, string reason, Guid requestedBy, DateTimeOffset requestedAt)
{
    public int Year { get; private set; } = year;

    public string Agency { get; private set; } = agency;

    public string Criterion { get; private set; } = criterion;

    public string Reason { get; private set; } = reason;

    public Guid RequestedBy { get; private set; } = requestedBy;

    public DateTimeOffset RequestedAt { get; private set; } = requestedAt;
}
