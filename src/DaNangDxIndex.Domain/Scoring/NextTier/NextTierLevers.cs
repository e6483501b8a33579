using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Scoring;

/// <summary>Finds the figures that can move, and in which directions that could help.</summary>
internal static class NextTierLevers
{
    public static IReadOnlyList<NextTierLever> Of(CriteriaSet set, Scorecard now, GroupBest best, NextTierScope scope)
    {
        var readings = now.Criteria
            .Where(result => result.State is ResultState.Scored or ResultState.NothingDue && !result.Criterion.Maximum.IsZero)
            .SelectMany(result => Readings(set, result.Criterion, best))
            .ToList();
        return [.. set.Figures.SelectMany(figure => Levers(figure, [.. readings.Where(reading => Reads(reading, figure.Code))], scope))];
    }

    private static IEnumerable<NextTierLever> Levers(
        Figure figure, List<(NextTierReading Reading, string Figure)> read, NextTierScope scope)
    {
        List<NextTierReading> readings = [.. read.Select(reading => reading.Reading)];
        var own = scope.Sources.Contains(figure.Source);
        if (figure.Kind == FigureKind.Choice)
        {
            if (own && readings.Count > 0)
                yield return new NextTierLever(figure, 0, monotone: false, readings);
            yield break;
        }

        foreach (var direction in (int[])[1, -1])
        {
            // Reasons to move at all are sums; a figure that is only a denominator is what came in, and nobody can advise to receive less.
            var helped = readings.Where(reading => reading.SignOf(figure.Code) != 0
                && reading.Direction * reading.SignOf(figure.Code) is var favours && (favours == direction || favours == 0)).ToList();
            if (helped.Count == 0 || !(own || helped.Exists(reading => reading.InPenalty && direction < 0)))
                continue;
            var monotone = readings.TrueForAll(
                reading => !reading.IsOver(figure.Code) && reading.Direction * reading.SignOf(figure.Code) == direction);
            yield return new NextTierLever(figure, direction, monotone, readings);
        }
    }

    private static bool Reads((NextTierReading Reading, string Figure) reading, string figure) => reading.Figure == figure;

    private static IEnumerable<(NextTierReading Reading, string Figure)> Readings(CriteriaSet set, Criterion criterion, GroupBest best)
    {
        var penalty = set.ComponentOf(criterion.Code)?.Block == Block.Penalty;
        foreach (var rule in criterion.Rule?.Parts ?? [])
        {
            var reading = rule switch
            {
                Linear linear => Of(set, criterion, penalty, linear.Of, [linear.From, TargetOf(criterion, linear, best)], Rising(linear)),
                Steps steps => Of(set, criterion, penalty, steps.Of, [.. steps.Levels.Select(level => level.At)], Rising(steps)),
                Choice choice => new NextTierReading(criterion, penalty, null, [], choice.Options) { IsPart = false, Direction = 0 },
                _ => null,
            };
            if (reading is null)
                continue;
            foreach (var figure in rule.Figures.Distinct(StringComparer.Ordinal))
                yield return (reading, figure);
        }
    }

    private static NextTierReading Of(
        CriteriaSet set, Criterion criterion, bool penalty, Quantity quantity, IReadOnlyList<Fraction> turns, int rising) =>
        new(criterion, penalty, quantity, turns, [])
        {
            Direction = penalty ? -rising : rising,
            IsPart = quantity.IsRatio && (turns.All(turn => turn <= Fraction.One) || CountsTheSame(set, quantity)),
        };

    private static bool CountsTheSame(CriteriaSet set, Quantity quantity)
    {
        var units = quantity.Figures.Select(code => set.Figure(code)).Select(figure => (figure?.Kind, figure?.Unit)).Distinct().ToList();
        return units is [(FigureKind.Count, not null)];
    }

    private static Fraction TargetOf(Criterion criterion, Linear linear, GroupBest best) => linear.Target == Target.Number
        ? linear.To
        : best.Values.GetValueOrDefault(new BestKey(criterion.Code, linear.Of, linear.Target), linear.From);

    private static int Rising(Linear linear) => linear.Target switch
    {
        Target.Highest => 1,
        Target.Lowest => -1,
        Target.Number => Math.Sign(linear.To.CompareTo(linear.From)),
    };

    // Levels at or below zero are where every count begins, so that "1 at none, 0 from the first on" falls and does not rise.
    private static int Rising(Steps steps)
    {
        List<Fraction> shares = [.. steps.Levels.Where(level => level.At.Sign > 0).Select(level => level.Share)];
        shares.Insert(0, steps.Levels.LastOrDefault(level => level.At.Sign <= 0)?.Share ?? Fraction.Zero);
        var rises = shares.Zip(shares.Skip(1)).Any(pair => pair.Second > pair.First);
        var falls = shares.Zip(shares.Skip(1)).Any(pair => pair.Second < pair.First);
        return rises == falls ? 0 : rises ? 1 : -1;
    }
}
