using System.Globalization;

namespace DaNangDxIndex.Criteria;

/// <summary>
/// A rule as a form: which of the five primitives, and the fields of that one. Sums and alternatives hold parts that are forms themselves.
/// Rows that were left blank are dropped; the page always offers some more.
/// </summary>
/// <param name="Name">Of its fields, with dots: "rule", "rule.parts.0.rule".</param>
public sealed record RuleForm(string Name)
{
    public const int Deepest = 3;
    public const int MostRows = 20;

    public static readonly IReadOnlyList<string> Kinds = ["linear", "steps", "choice", "sum", "best"];

    public sealed record Row(string Key, string Share);

    public sealed record Part(string Weight, RuleForm Rule);

    /// <summary>One of <see cref="Kinds"/>; empty where there is no rule.</summary>
    public string Kind { get; init; } = "";

    /// <summary>Figures, as typed: "a - b / c".</summary>
    public string Of { get; init; } = "";

    public string From { get; init; } = "";

    public string To { get; init; } = "";

    /// <summary>"number", "highest" or "lowest".</summary>
    public string Target { get; init; } = "number";

    public string Cap { get; init; } = "";

    /// <summary>Levels of steps (key: from which value on) or options of a choice (key: its code).</summary>
    public IReadOnlyList<Row> Rows { get; init; } = [];

    public IReadOnlyList<Part> Parts { get; init; } = [];

    public int Depth => Name.Split(".rule").Length - 1;

    public static string PartName(string name, int at) => string.Create(CultureInfo.InvariantCulture, $"{name}.parts.{at}.rule");

    /// <summary>Under another name, its parts with it: those behind one that is gone move up.</summary>
    internal RuleForm Renamed(string name) => this with
    {
        Name = name,
        Parts = [.. Parts.Select((part, at) => part with { Rule = part.Rule.Renamed(PartName(name, at)) })],
    };
}
