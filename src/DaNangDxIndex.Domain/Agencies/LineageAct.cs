namespace DaNangDxIndex.Agencies;

public enum LineageActKind
{
    Found,
    Rename,
    Move,
    Merge,
    Split,
    Dissolve,
}

/// <summary>
/// What a document did to agencies from a day on: recorded once and never changed. What follows from it stands on the agencies; what was
/// published before stays as it was.
/// </summary>
public sealed class LineageAct(int number, LineageActKind kind, DateOnly day, string document, DateOnly documentDate)
{
    /// <summary>In the order of recording, from 1.</summary>
    public int Number { get; private set; } = number;

    public LineageActKind Kind { get; private set; } = kind;

    /// <summary>The first day on which it holds.</summary>
    public DateOnly Day { get; private set; } = day;

    /// <summary>Kind and number of the document: "Nghị quyết số 1659/NQ-UBTVQH15".</summary>
    public string Document { get; private set; } = document;

    public DateOnly DocumentDate { get; private set; } = documentDate;

    /// <summary>Codes of the agencies that it happened to; none where one was founded.</summary>
    public IReadOnlyList<string> From { get; private set; } = [];

    /// <summary>Codes of the agencies that came out of it; none where one was dissolved.</summary>
    public IReadOnlyList<string> To { get; private set; } = [];

    public Guid RecordedBy { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }

    public bool Concerns(string agency) => From.Contains(agency, StringComparer.Ordinal) || To.Contains(agency, StringComparer.Ordinal);

    public LineageAct Between(IReadOnlyList<string> from, IReadOnlyList<string> to)
    {
        (From, To) = (from, to);
        return this;
    }

    public LineageAct Recorded(Guid by, DateTimeOffset at)
    {
        (RecordedBy, RecordedAt) = (by, at);
        return this;
    }
}
