using DaNangDxIndex.Text;

namespace DaNangDxIndex.Trail;

/// <summary>What the address asks of the trail; empty parts ask nothing.</summary>
public sealed record TrailFilter
{
    /// <summary>Part of an agency's name or code.</summary>
    public AskedWords? Agency { get; init; }

    /// <summary>Code of a criterion or a figure.</summary>
    public string? Of { get; init; }

    /// <summary>Part of the name of who acted.</summary>
    public string? Who { get; init; }

    /// <summary>What verbs begin with: "figure", "verdict".</summary>
    public string? Act { get; init; }

    /// <summary>First day, as typed.</summary>
    public string? From { get; init; }

    /// <summary>Last day, as typed.</summary>
    public string? To { get; init; }

    /// <summary>The kinds of acts that the page offers.</summary>
    public static IReadOnlyList<string> Acts { get; } =
    [
        "figure", "evidence", "assessment", "reply", "verdict", "criterion", "part", "edition", "criteria", "group", "agency", "account",
        "findings", "reminder", "letter", "tenant",
    ];

    public TypedDate.Reading? FirstDay => Read(From);

    public TypedDate.Reading? LastDay => Read(To);

    private static TypedDate.Reading? Read(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : TypedDate.Read(typed);
}
