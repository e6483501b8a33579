using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Scoring;

/// <summary>Makes small criteria sets for the advice: 100 points, excellent from 90, good from 80, fair from 65.</summary>
internal static class NextTierSets
{
    public static Method Usual { get; } = new()
    {
        Scale = 100,
        NotApplicable = Policy.Exclude,
        NothingDue = Policy.Exclude,
        Tiers = [Tier("excellent", 90), Tier("good", 80), Tier("fair", 65), Tier("average", 0)],
    };

    public static CriteriaSet Set(IReadOnlyList<Figure> figures, params IReadOnlyList<Component> components) => new()
    {
        Edition = 2025, Group = "wards", Name = Text("Bộ chỉ số"), Method = Usual, Figures = figures, Components = components,
    };

    public static Component Component(string code, params IReadOnlyList<Criterion> criteria) =>
        new() { Code = code, Name = Text(code), Criteria = criteria };

    public static Component Penalty(params IReadOnlyList<Criterion> criteria) => Component("P", criteria) with { Block = Block.Penalty };

    public static Criterion Criterion(string code, Fraction maximum, Rule rule) =>
        new() { Code = code, Name = Text(code), Pillar = Pillar.Government, Maximum = maximum, Rule = rule };

    /// <summary>Points that are fixed because they come from a survey.</summary>
    public static Criterion Given(string code, Fraction maximum) => Criterion(code, maximum, new Linear(Of($"{code}-given"), 0, maximum));

    public static Figure GivenFigure(string code) => Count($"{code}-given") with { Kind = FigureKind.Number, Source = FigureSource.Survey };

    public static Figure Count(string code, string? unit = null) =>
        new() { Code = code, Name = Text(code), Kind = FigureKind.Count, Unit = unit is null ? null : Text(unit) };

    public static Quantity Of(params string[] figures) => new([.. figures.Select(Term)], []);

    public static Quantity Ratio(string part, string whole) => new([Term(part)], [Term(whole)]);

    public static ScoringInput Input(params (string Figure, FigureValue Value)[] figures) => new()
    {
        Agency = "p-hai-chau",
        Figures = figures.ToDictionary(figure => figure.Figure, figure => figure.Value, StringComparer.Ordinal),
    };

    public static Bilingual Text(string text) => new(text, text);

    private static Term Term(string figure) => figure.StartsWith('-') ? new Term(figure[1..], true) : new Term(figure, false);

    private static Tier Tier(string code, int from) => new(code, Text(code), from);
}
