using DaNangDxIndex.Criteria;
using DaNangDxIndex.Scoring;

namespace DaNangDxIndex.Ranking;

/// <summary>Two criteria that say nearly the same of every agency.</summary>
/// <param name="Correlation">Pearson's, of their shares over the agencies to which both apply; from -1 to 1.</param>
public sealed record RedundantPair(string One, string Other, double Correlation);

/// <summary>What a criterion weighs on paper, and how much of the differences between totals it makes.</summary>
/// <param name="Nominal">Its maximum as a share of the scale.</param>
/// <param name="Effective">
/// Its covariance with the base as a share of the base's variance; all together make 1, and one that runs against the rest is negative.
/// </param>
public sealed record CriterionWeight(string Criterion, double Nominal, double Effective);

/// <summary>
/// The method's own check on a scored group, for the office: what a criteria
/// set measured, and what it did not. In doubles: it decides nothing.
/// </summary>
/// <param name="FullForAll">Criteria at full marks for every agency to which they apply: they part nobody.</param>
/// <param name="NothingForAll">Criteria under which nobody earned anything.</param>
/// <param name="Redundant">Pairs correlated at 0.95 or more either way, strongest first; agencies fewer than eight say nothing.</param>
public sealed record CriteriaReview(
    IReadOnlyList<string> FullForAll, IReadOnlyList<string> NothingForAll, IReadOnlyList<RedundantPair> Redundant,
    IReadOnlyList<CriterionWeight> Weights)
{
    private const double Strong = 0.95;
    private const int Fewest = 8;

    public static CriteriaReview Of(CriteriaSet set, IReadOnlyList<Scorecard> scorecards)
    {
        var places = set.Components
            .SelectMany(component => component.Criteria.Select(criterion => (criterion, component.Block)))
            .Select((pair, place) => (pair.criterion, pair.Block, Place: place))
            .Where(place => place.Block == Block.Base && !place.criterion.Maximum.IsZero)
            .ToList();
        var columns = places.ConvertAll(
            place => new Column(place.criterion, [.. scorecards.Select(scorecard => Share(scorecard.Criteria[place.Place]))]));
        return new CriteriaReview(
            [.. columns.Where(column => column.All(share => share == 1)).Select(column => column.Code)],
            [.. columns.Where(column => column.All(share => share == 0)).Select(column => column.Code)],
            [.. Pairs(columns).OrderByDescending(pair => Math.Abs(pair.Correlation))],
            Weigh(set, scorecards, places.ConvertAll(place => place.Place)));
    }

    private static double? Share(CriterionResult result) => result.Maximum.IsZero ? null : result.Share?.ToDouble();

    private static IEnumerable<RedundantPair> Pairs(List<Column> columns)
    {
        for (var first = 0; first < columns.Count; first++)
        {
            for (var second = first + 1; second < columns.Count; second++)
            {
                var correlation = Correlation(columns[first].Shares, columns[second].Shares);
                if (Math.Abs(correlation) >= Strong)
                    yield return new RedundantPair(columns[first].Code, columns[second].Code, correlation);
            }
        }
    }

    private static double Correlation(double?[] first, double?[] second)
    {
        var (count, x, y, xx, yy, xy) = (0, 0.0, 0.0, 0.0, 0.0, 0.0);
        for (var row = 0; row < first.Length; row++)
        {
            if (first[row] is not { } a || second[row] is not { } b)
                continue;
            (count, x, y, xx, yy, xy) = (count + 1, x + a, y + b, xx + (a * a), yy + (b * b), xy + (a * b));
        }

        var (varianceX, varianceY) = ((count * xx) - (x * x), (count * yy) - (y * y));
        return count < Fewest || varianceX <= 1e-9 || varianceY <= 1e-9 ? 0 : ((count * xy) - (x * y)) / Math.Sqrt(varianceX * varianceY);
    }

    private static List<CriterionWeight> Weigh(CriteriaSet set, IReadOnlyList<Scorecard> scorecards, List<int> places)
    {
        double[] bases = [.. scorecards.Select(scorecard => scorecard.Converted.ToDouble())];
        var mean = bases.DefaultIfEmpty().Average();
        var variance = bases.Sum(total => (total - mean) * (total - mean));
        var scale = set.Method.Scale.ToDouble();
        return places.ConvertAll(place =>
        {
            var criterion = scorecards.Count == 0 ? set.Criteria.ElementAt(place) : scorecards[0].Criteria[place].Criterion;
            var covariance = scorecards.Select((scorecard, row) => Converted(scorecard, place, scale) * (bases[row] - mean)).Sum();
            return new CriterionWeight(criterion.Code, criterion.Maximum.ToDouble() / scale, variance == 0 ? 0 : covariance / variance);
        });
    }

    private static double Converted(Scorecard scorecard, int place, double scale) => scorecard.ApplicableMaximum.IsZero
        ? 0
        : scorecard.Criteria[place].Points.ToDouble() * scale / scorecard.ApplicableMaximum.ToDouble();

    private sealed record Column(Criterion Criterion, double?[] Shares)
    {
        public string Code => Criterion.Code;

        public bool All(Func<double, bool> test) =>
            Shares.Any(share => share is not null) && Array.TrueForAll(Shares, share => share is null || test(share.Value));
    }
}
