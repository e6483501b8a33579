using System.Globalization;
using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Scoring;

/// <summary>
/// Random criteria sets with every primitive and policy, and groups to go with them. Values are few and awkward (thirds, sevenths,
/// 3005/3236, 89.995), so that totals fall on halves and bounds far more often than chance would have it.
/// </summary>
internal sealed class RandomSet(int seed)
{
    private static readonly string[] Options = ["none", "half", "all"];
    private readonly Random _random = new(seed);
    private readonly List<Figure> _figures = [];
    private Bilingual? _unit;

    public CriteriaSet Set()
    {
        _figures.Clear();
        _unit = _random.Next(3) == 0 ? new Bilingual("hồ sơ", "files") : null;
        AddFigures(FigureSource.Agency, "a");
        AddFigures(FigureSource.Office, "p");
        var components = Components();
        var read = components.SelectMany(component => component.Criteria)
            .SelectMany(criterion => criterion.Figures).ToHashSet(StringComparer.Ordinal);
        var scale = Pick<Fraction>(100, 100, 50, 1000, 1);
        return new CriteriaSet
        {
            Edition = 2025,
            Group = "departments",
            Name = new Bilingual("Thử", "Trial"),
            Method = MethodOf(scale, components),
            Kinds = [new AgencyKind { Code = "few", Name = new Bilingual("Ít", "Few"), Agencies = ["g1", "g4"], Components = ["C1"],
                Criteria = ["C0.0"] }],
            Figures = [.. _figures.Where(figure => read.Contains(figure.Code))],
            Components = Scaled(components, scale),
        };
    }

    public IReadOnlyList<ScoringInput> Group(CriteriaSet set, int agencies) =>
        [.. Enumerable.Range(0, agencies).Select(index => Input(set, index))];

    private ScoringInput Input(CriteriaSet set, int index)
    {
        var values = new Dictionary<string, FigureValue>(StringComparer.Ordinal);
        foreach (var figure in set.Figures.Where(_ => _random.Next(12) > 0))
            values[figure.Code] = Value(figure);
        var decisions = new Dictionary<string, Decided>(StringComparer.Ordinal);
        foreach (var criterion in set.Criteria.Where(_ => _random.Next(25) == 0))
            decisions[criterion.Code] = _random.Next(3) switch
            {
                0 => new Decided(VerdictDecision.Accept),
                1 => new Decided(VerdictDecision.NotApplicable),
                _ =>
                    new Decided(VerdictDecision.Points, criterion.Maximum * Pick<Fraction>(
                        0, 1, Fraction.Of(1, 2), Fraction.Of(1, 3), Fraction.Of(3, 8))),
            };
        return new ScoringInput
        {
            Agency = "g" + index.ToString(CultureInfo.InvariantCulture),
            Parent = Pick<string?>("d1", "d2", null),
            Ranked = _random.Next(10) > 0,
            Figures = values,
            Kinds = _random.Next(10) == 0 ? ["few"] : [],
            Decisions = decisions,
        };
    }

    private FigureValue Value(Figure figure) => figure.Kind switch
    {
        FigureKind.Count => FigureValue.Of(Pick<decimal>(0, 0, 1, 2, 3, 5, 7, 8, 9, 21, 3005, 3236)),
        FigureKind.Number => FigureValue.Of(
            Pick<decimal>(
                -3, 89.994999999m, 64.99499999999999m, 123456789012345.678901m, 0, 0.5m, 1, 89.995m, 79.995m, 64.995m, 33.335m, 2.675m,
                1.005m, 7)),
        FigureKind.Percent => FigureValue.Of(Pick<decimal>(0, 12.5m, 33.33m, 50, 66.67m, 89.995m, 90, 95, 100)),
        FigureKind.YesNo => _random.Next(2) == 0 ? FigureValue.Yes : FigureValue.No,
        FigureKind.Choice => FigureValue.Chosen(Pick(Options)),
    };

    private void AddFigures(FigureSource source, string prefix)
    {
        foreach (var kind in (FigureKind[])[FigureKind.Count, FigureKind.Count, FigureKind.Count, FigureKind.Number, FigureKind.Number,
            FigureKind.Percent, FigureKind.YesNo, FigureKind.Choice])
        {
            var code = prefix + _figures.Count.ToString(CultureInfo.InvariantCulture);
            _figures.Add(new Figure
            {
                Code = code,
                Name = new Bilingual("Số liệu " + code, "Figure " + code),
                Kind = kind,
                Unit = kind == FigureKind.Count ? _unit : null,
                Source = source,
                Options = kind == FigureKind.Choice
                    ? [.. Options.Select(option => new FigureOption(option, new Bilingual(option, option)))]
                    : [],
            });
        }
    }

    private List<Component> Components()
    {
        var components = new List<Component>();
        for (var index = 0; index < _random.Next(2, 5); index++)
            components.Add(ComponentOf("C" + index.ToString(CultureInfo.InvariantCulture), Block.Base));
        if (components.Count < 2)
            components.Add(ComponentOf("C1", Block.Base));
        if (_random.Next(2) == 0)
            components.Add(ComponentOf("B", Block.Bonus));
        if (_random.Next(2) == 0)
            components.Add(ComponentOf("P", Block.Penalty));
        return components;
    }

    private Component ComponentOf(string code, Block block) => new()
    {
        Code = code,
        Name = new Bilingual(code, code),
        Block = block,
        Criteria = [.. Enumerable.Range(0, _random.Next(1, 5)).Select(
            index => CriterionOf($"{code}.{index.ToString(CultureInfo.InvariantCulture)}", block))],
    };

    private Criterion CriterionOf(string code, Block block) => new()
    {
        Code = code,
        Name = new Bilingual(code, code),
        Pillar = Pick(Enum.GetValues<Pillar>()),
        Maximum = Pick<Fraction>(1, 2, 3, 4, 6, Fraction.Of(1, 2), Fraction.Of(5, 4), Fraction.Of(1, 3), Fraction.Of(6, 5)),
        Rule = RuleOf(block == Block.Penalty ? "p" : "a", 2),
        NotApplicable = Pick(Enum.GetValues<Policy>()),
        NothingDue = Pick(Enum.GetValues<Policy>()),
    };

    private Rule RuleOf(string prefix, int depth)
    {
        var share = Pick<Fraction>(Fraction.Of(1, 3), Fraction.Of(1, 2), Fraction.Of(2, 7), Fraction.Of(1, 4));
        switch (_random.Next(depth > 0 ? 9 : 6))
        {
            case 0:
                return new Linear(
                    Ratio(prefix), Pick<Fraction>(0, 0, Fraction.Of(1, 10)), Pick<Fraction>(1, Fraction.Of(19, 20), Fraction.Of(2, 3)));
            case 1:
                return new Linear(One(prefix, FigureKind.Number), 0, Pick<Fraction>(100, 7, 1));
            case 2:
                return _random.Next(2) == 0
                    ? new Linear(One(prefix, FigureKind.Count), Pick<Fraction>(9, 21), 0)
                    : new Linear(Ratio(prefix), Pick<Fraction>(0, 1), 0, Pick(Target.Highest, Target.Lowest));
            case 3:
                return new Steps(
                    Ratio(prefix),
                    [new Level(Fraction.Of(1, 7), share), new Level(Fraction.Of(3005, 3236), Fraction.Of(1, 2)), new Level(1, 1)]);
            case 4:
                return new Choice(
                    _figures.First(
                        figure => figure.Kind == FigureKind.Choice && figure.Code.StartsWith(prefix, StringComparison.Ordinal)).Code,
                    [new("none", 0), new("half", share), new("all", 1)]);
            case 5:
                return new Steps(One(prefix, Pick(FigureKind.YesNo, FigureKind.Percent)), [new Level(0, share), new Level(1, 1)]);
            case 6:
                return new Best([RuleOf(prefix, depth - 1), RuleOf(prefix, depth - 1)]);
            default:
                var weight = Pick<Fraction>(Fraction.Of(1, 2), Fraction.Of(1, 3), Fraction.Of(3, 10));
                return new Sum(
                    [new Part(weight, RuleOf(prefix, depth - 1)), new Part(1 - weight, RuleOf(prefix, depth - 1)),
                        new Part(share, RuleOf(prefix, 0))], 1);
        }
    }

    private Quantity Ratio(string prefix)
    {
        var counts = _figures.Where(figure => figure.Kind == FigureKind.Count && figure.Code.StartsWith(prefix, StringComparison.Ordinal))
            .Select(figure => figure.Code).ToList();
        return _random.Next(3) == 0
            ? new Quantity([new(counts[0], false), new(counts[1], true)], [new(counts[2], false)])
            : new Quantity([new(Pick([.. counts]), false)], [new(Pick([.. counts]), false)]);
    }

    private Quantity One(string prefix, FigureKind kind) =>
        new([new(Pick([.. _figures.Where(figure => figure.Kind == kind && figure.Code.StartsWith(prefix, StringComparison.Ordinal))
            .Select(figure => figure.Code)]), false)], []);

    private Method MethodOf(Fraction scale, List<Component> components) => new()
    {
        Scale = scale,
        Decimals = Pick(0, 1, 2, 2, 2, 3),
        Stage = Pick(RoundingStage.Total, RoundingStage.Total, RoundingStage.Component, RoundingStage.Criterion),
        Mode = Pick(RoundingMode.HalfUp, RoundingMode.HalfUp, RoundingMode.Truncate),
        Ranking = Pick(Enum.GetValues<RankingMethod>()),
        Within = Pick(Enum.GetValues<RankedWithin>()),
        TieKeys = _random.Next(3) switch
        {
            0 => [],
            1 => [new TieKey("C1", true), new TieKey(components[0].Criteria[0].Code, false)],
            _ => [new TieKey(components[^1].Criteria[0].Code, false), new TieKey(components[^1].Code, true)],
        },
        Cap = Pick(Enum.GetValues<TotalCap>()),
        BonusCap = _random.Next(2) == 0 ? null : scale / 20,
        PenaltyCap = _random.Next(2) == 0 ? null : scale / 30,
        LeastApplicable = Pick<Fraction>(0, 0, Fraction.Of(1, 2), Fraction.Of(2, 3)),
        TiersOn = Pick(Enum.GetValues<TiersOn>()),
        TierBounds = Pick(Enum.GetValues<TierBounds>()),
        NotSubmitted = Pick(Enum.GetValues<NotSubmittedPolicy>()),
        Tiers =
        [
            new Tier("excellent", new Bilingual("Xuất sắc", "Excellent"), 90), new Tier(
                "good", new Bilingual("Tốt", "Good"), Fraction.Parse("33.335")),
            new Tier("fair", new Bilingual("Khá", "Fair"), Fraction.Of(1, 3)), new Tier(
                "average", new Bilingual("Trung bình", "Average"), 0),
        ],
        Gates = _random.Next(2) == 0 ? [] : [new Gate("good", [], Fraction.Of(1, 3)), new Gate("excellent", ["C0"], Fraction.Of(1, 2))],
    };

    // The base is brought to the scale, which keeps odd maxima odd.
    private static List<Component> Scaled(List<Component> components, Fraction scale)
    {
        var sum = components.Where(component => component.Block == Block.Base)
            .Aggregate(Fraction.Zero, (total, component) => total + component.Maximum);
        return [.. components.Select(component => component with
        {
            Criteria = [.. component.Criteria.Select(criterion => criterion with { Maximum = criterion.Maximum * scale / sum })],
        })];
    }

    private T Pick<T>(params T[] values) => values[_random.Next(values.Length)];
}
