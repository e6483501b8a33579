using System.Globalization;
using System.Text;
using DaNangDxIndex.Ranking;
using DaNangDxIndex.Scoring;

namespace DaNangDxIndex;

/// <summary>
/// Measures everything in one run, so that the ratios mean something on any machine, and writes it as docs/performance.md.
/// </summary>
internal static class PerformanceTable
{
    private static readonly int[] Sizes = [150, 1_500, 11_000];

    public static async Task<string> MeasuredAsync(TextWriter progress)
    {
        await using var sql = await SqlStatement.StartAsync();
        var text = new StringBuilder(Preface(sql.Version));
        Warm(new BenchmarkGroup(500));
        BenchmarkGroup? largest = null;
        var engine = new List<Measured>();
        foreach (var size in Sizes)
        {
            var group = largest = new BenchmarkGroup(size);
            progress.WriteLine($"{size} agencies: loading");
            await sql.LoadAsync(group);
            progress.WriteLine($"{size} agencies: measuring");
            engine.Add(AppendGroup(text, group, sql));
        }

        AppendGrowth(text, engine);
        AppendExactness(text, largest ?? new BenchmarkGroup(1), sql);
        progress.WriteLine("one agency, advice, weights");
        AppendOthers(text, largest ?? new BenchmarkGroup(1));
        return text.ToString();
    }

    private static string Preface(string postgres) => $"""
        # Performance

        Written by `dotnet run -c Release --project tests/DaNangDxIndex.Benchmarks -- write`, all in one run on one machine (.NET {Environment.Version},
        PostgreSQL {postgres}): compare the ratios; absolute times depend on the machine. Medians of CPU time (for SQL: client plus server), so other
        load does not affect them. 100 criteria: 70 ratios with floors and targets,
        15 capped counts, 10 step tables, 5 yes or no; 3 % of the figures blank, 2 % of the ratios 0/0 (excluded, base converted).

        * **engine**: `GroupScorer` on figures in columns: totals, tiers, ranks, exact. One core.
        * **from inputs**: the same with the columns filled from one dictionary for each agency.
        * **scorecards**: `Scorer`, every agency with points, share and state of each criterion, as pages and PDFs show it; exact fractions throughout.
        * **SQL**: one statement ([scoring.sql](../tests/DaNangDxIndex.Benchmarks/Scoring/scoring.sql)) in PostgreSQL on local, indexed, analysed, warm tables, one core, no durability.
        * **plain fractions**: numerator and denominator in BigInteger, reduced after every step.

        | agencies x criteria | engine | from inputs | scorecards | SQL | plain fractions | SQL / engine | plain / engine |
        |---|---|---|---|---|---|---|---|

        """;

    private static Measured AppendGroup(StringBuilder text, BenchmarkGroup group, SqlStatement sql)
    {
        var scorer = new GroupScorer(group.Set);
        var figures = GroupFigures.Of(group.Set, group.Inputs);
        var engine = Measured.Of(() => scorer.Score(figures));
        var fromInputs = Measured.Of(() => scorer.Score(GroupFigures.Of(group.Set, group.Inputs)));
        var scorecards = Measured.Of(() => new Scorer(group.Set).ScoreGroup(group.Inputs));
        var statement = Measured.Of(() => sql.Totals(), sql.ProcessorTime);
        var plain = Measured.Of(() => PlainFractions.Totals(group));
        text.AppendLine(
            CultureInfo.InvariantCulture,
            $"| {group.Inputs.Count:N0} x 100 | {Time(engine)}, {Bytes(engine)} | {Time(fromInputs)}, "
                + $"{Bytes(fromInputs)} | {Time(scorecards)}, {Bytes(scorecards)} | {Time(statement)} | {Time(plain)}, "
                    + $"{Bytes(plain)} | {Ratio(statement, engine)} | {Ratio(plain, engine)} |");
        return engine;
    }

    // The runtime compiles anew what runs often; measure what it comes to.
    private static void Warm(BenchmarkGroup group)
    {
        var start = Environment.CpuUsage.TotalTime;
        while (Environment.CpuUsage.TotalTime - start < TimeSpan.FromSeconds(4))
        {
            new GroupScorer(group.Set).Score(GroupFigures.Of(group.Set, group.Inputs));
            new Scorer(group.Set).ScoreGroup([.. group.Inputs.Take(50)]);
        }
    }

    private static void AppendGrowth(StringBuilder text, List<Measured> engine)
    {
        var each = engine.Zip(Sizes, (measured, size) => Written(measured.Median.TotalMicroseconds / size, "0.0 µs"));
        text.AppendLine().AppendLine(
            CultureInfo.InvariantCulture,
            $"The engine's time for one agency of a group of {string.Join(", ", Sizes.Select(size => $"{size:N0}"))}: "
                + $"{string.Join(", ", each)}.");
    }

    private static void AppendExactness(StringBuilder text, BenchmarkGroup group, SqlStatement sql)
    {
        var exact = PlainFractions.Totals(group);
        var scores = new GroupScorer(group.Set).Score(GroupFigures.Of(group.Set, group.Inputs));
        long[] engine = [.. Enumerable.Range(0, group.Inputs.Count).Select(member => (long)(scores.Total(member) * 100))];
        text.AppendLine(
            CultureInfo.InvariantCulture,
            $"Bytes are what one run allocates. Of {group.Inputs.Count:N0} totals, wrong against plain fractions: "
                + $"engine {Wrong(engine, exact)}, SQL in `numeric` {Wrong(sql.Totals(), exact)}, "
                    + $"doubles {Wrong(PlainFractions.InDoubles(group), exact)} (every twentieth agency sits on a half). "
                        + $"{scores.ScoredExactly:N0} agencies close to a boundary were recomputed with exact fractions.");
    }

    private static void AppendOthers(StringBuilder text, BenchmarkGroup group)
    {
        var scorer = new Scorer(group.Set);
        var alone = Measured.Of(() => scorer.Score(group.Inputs[1], GroupBest.None));
        var advice = Measured.Of(() => NextTier.Of(scorer, group.Inputs[1], GroupBest.None));
        var scorecards = scorer.ScoreGroup(group.Inputs);
        var weights = Measured.Of(() => WeightBand.Ranges(group.Set.Method, scorecards, 0.2, 1_000, 2025));
        var review = Measured.Of(() => CriteriaReview.Of(group.Set, scorecards));
        text.AppendLine().Append(CultureInfo.InvariantCulture, $"""
            | other work | time | allocated |
            |---|---|---|
            | one agency, 100 criteria, full scorecard (web form) | {Time(alone)} | {Bytes(alone)} |
            | advice to the next tier for one agency | {Time(advice)} | {Bytes(advice)} |
            | rank intervals: 1,000 draws of weights x {group.Inputs.Count:N0} agencies, both cores together | {Time(weights)} | |
            | criteria at full marks, redundant pairs, effective weights, {group.Inputs.Count:N0} agencies | {Time(review)} | |

            """);
    }

    private static int Wrong(long[] totals, long[] exact) => totals.Zip(exact).Count(pair => pair.First != pair.Second);

    private static string Time(Measured measured) => measured.Median.TotalMilliseconds switch
    {
        >= 1000 => Written(measured.Median.TotalSeconds, "0.00 s"),
        >= 1 => Written(measured.Median.TotalMilliseconds, "0.0 ms"),
        _ => Written(measured.Median.TotalMicroseconds, "0.0 µs"),
    };

    private static string Bytes(Measured measured) => measured.Bytes >= 1 << 20
        ? Written(measured.Bytes / (double)(1 << 20), "0.0 MiB")
        : Written(measured.Bytes / 1024.0, "0.0 KiB");

    private static string Ratio(Measured measured, Measured other) => Written(measured.Median / other.Median, "0.0") + " x";

    private static string Written(double number, string format) => number.ToString(format, CultureInfo.InvariantCulture);
}
