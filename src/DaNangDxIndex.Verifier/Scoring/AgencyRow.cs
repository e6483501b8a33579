using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Scoring;

/// <summary>One agency with everything the files say about it.</summary>
public sealed class AgencyRow(string code, GroupFile group)
{
    private static readonly Dictionary<string, Decided> Undecided = new(StringComparer.Ordinal);

    public string Code => code;

    public GroupFile Group => group;

    public string? Parent { get; init; }

    public bool Ranked { get; init; } = true;

    public bool Submitted { get; init; } = true;

    /// <summary>It did not submit, and the method leaves it out: there is no result of it.</summary>
    public bool IsLeftOut => !Submitted && group.Set.Method.NotSubmitted == NotSubmittedPolicy.LeftOut;

    /// <summary>The text in the column "illustrative", carried to the results; null where agencies.csv has no such column.</summary>
    public string? Mark { get; init; }

    /// <summary>Points written beside a decision that reads none.</summary>
    public int IdlePoints { get; set; }

    public FigureRow Figures { get; } = new(group.FigurePlaces);

    public Dictionary<string, Decided>? Decisions { get; private set; }

    public Dictionary<string, Decided> MutableDecisions => Decisions ??= new(StringComparer.Ordinal);

    public ScoringInput Input =>
        new() { Agency = code, Parent = Parent, Ranked = Ranked, Figures = Figures, Decisions = Decisions ?? Undecided };
}
