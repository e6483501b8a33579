using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Scoring;

/// <summary>
/// A set of 100 criteria as the real ones are (70 ratios with floors and targets, 15 capped counts, 10
/// step tables, 5 yes or no) and agencies with fixed-seed figures: 3 % blank, 2 % with nothing due. The
/// totals of every twentieth agency sit exactly on a half: three thirds, sevenths and the like that
/// add up to whole points, and half a hundredth.
/// </summary>
internal sealed class BenchmarkGroup
{
    private const int Halves = 20;

    private readonly Random _random = new(20251231);

    public BenchmarkGroup(int agencies)
    {
        Set = MakeSet();
        Inputs = [.. Enumerable.Range(0, agencies).Select(Input)];
    }

    public CriteriaSet Set { get; }

    public IReadOnlyList<ScoringInput> Inputs { get; }

    public static string Part(int criterion) => $"f{criterion}";

    public static string Whole(int criterion) => $"f{criterion}-whole";

    private static CriteriaSet MakeSet()
    {
        List<Figure> figures = [];
        List<Criterion> criteria = [];
        for (var place = 0; place < 100; place++)
        {
            var rule = RuleOf(place);
            figures.AddRange(rule.Figures.Select(code => new Figure { Code = code, Name = new(code, code), Kind = FigureKind.Count }));
            criteria.Add(new Criterion
            {
                Code = $"C{place}", Name = new($"C{place}", $"C{place}"), Pillar = (Pillar)(place % 4),
                    Maximum = Fraction.Of(1 + (place % 4 == 3 ? 1 : place % 4), 2), Rule = rule,
            });
        }

        return new CriteriaSet
        {
            Edition = 2025,
            Group = "benchmark",
            Name = new("Đo tốc độ", "Benchmark"),
            Method = new Method
            {
                Scale = 100,
                Tiers = [Tier("excellent", 60), Tier("good", 55), Tier("fair", 50), Tier("average", 0)],
            },
            Figures = figures,
            Components = [.. criteria.Chunk(10).Select(
                (chunk, place) => new Component { Code = $"K{place}", Name = new($"K{place}", $"K{place}"), Criteria = chunk })],
        };
    }

    // The first ratios run from 0 to 1, so that halves can be made of them.
    private static Rule RuleOf(int place) => place switch
    {
        < 30 => new Linear(Ratio(place), 0, 1),
        < 60 => new Linear(Ratio(place), 0, Fraction.Of(80 + (place % 4 * 5), 100)),
        < 70 => new Linear(Ratio(place), Fraction.Of(1, 3), Fraction.Of(6, 7)),
        < 85 => new Linear(Alone(place), 0, 3 + (place % 7)),
        < 95 => new Steps(Alone(place), [new Level(1, Fraction.Of(1, 4)), new Level(2, Fraction.Of(1, 2)), new Level(4, 1)]),
        _ => new Linear(Alone(place), 0, 1),
    };

    private ScoringInput Input(int agency)
    {
        var figures = new Dictionary<string, FigureValue>(StringComparer.Ordinal);
        for (var place = 0; place < 100; place++)
        {
            if (agency % Halves == 0)
                PutHalf(figures, place);
            else if (_random.Next(100) >= 3)
                Put(figures, place);
        }

        return new ScoringInput { Agency = $"a{agency:00000}", Figures = figures };
    }

    private void Put(Dictionary<string, FigureValue> figures, int place)
    {
        if (place >= 70)
        {
            figures[Part(place)] = FigureValue.Of(place >= 95 ? _random.Next(2) : _random.Next(7));
            return;
        }

        var whole = _random.Next(100) < 2 ? 0 : _random.Next(1, 5000);
        figures[Whole(place)] = FigureValue.Of(whole);
        figures[Part(place)] = FigureValue.Of(_random.Next(whole + 1));
    }

    // Criteria of equal maximum in threes whose shares add up to 1; one criterion of one point gives 0.005.
    private void PutHalf(Dictionary<string, FigureValue> figures, int place)
    {
        if (place >= 70)
        {
            Put(figures, place);
            if (place < 95)
                figures[Part(place)] = FigureValue.Of(0);
            return;
        }

        var (whole, part) = (1, _random.Next(2));
        if (place == 1)
            (whole, part) = (200, 1);
        else if (place is >= 8 and < 12)
            (whole, part) = Awkward();
        else if (place is >= 12 and < 16)
            (whole, part) = Between(figures, place - 4);
        else if (place is >= 16 and < 20)
            (whole, part) = Lacking(figures, place - 8, place - 4);
        else if (place >= 60)
            part = 1;
        figures[Whole(place)] = FigureValue.Of(whole);
        figures[Part(place)] = FigureValue.Of(part);
    }

    private (int Whole, int Part) Awkward()
    {
        var whole = (int[])[3, 7, 13, 997, 3236, 4111];
        var agency = whole[_random.Next(whole.Length)];
        return (agency, _random.Next(1, agency - 1));
    }

    private (int Whole, int Part) Between(Dictionary<string, FigureValue> figures, int first)
    {
        var whole = (int)figures[Whole(first)].Number;
        return (whole, _random.Next(1, whole - (int)figures[Part(first)].Number));
    }

    private static (int Whole, int Part) Lacking(Dictionary<string, FigureValue> figures, int first, int second)
    {
        var whole = (int)figures[Whole(first)].Number;
        return (whole, whole - (int)figures[Part(first)].Number - (int)figures[Part(second)].Number);
    }

    private static Quantity Ratio(int place) => new([new Term(Part(place), false)], [new Term(Whole(place), false)]);

    private static Quantity Alone(int place) => new([new Term(Part(place), false)], []);

    private static Tier Tier(string code, int from) => new(code, new(code, code), from);
}
