using System.Numerics;
using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Scoring;

/// <summary>One figure in one direction, as a row of ever larger changes: the first, the second, … in units of the figure.</summary>
internal sealed class NextTierLever(Figure figure, int direction, bool monotone, IReadOnlyList<NextTierReading> readings)
{
    // Beyond this no agency counts, and a long still holds it.
    private const long Farthest = 1_000_000_000_000;

    public Figure Figure => figure;

    /// <summary>More of it never hurts a criterion that it is read by.</summary>
    public bool Monotone => monotone && figure.Kind != FigureKind.Choice;

    public IEnumerable<Criterion> Criteria => readings.Select(reading => reading.Criterion);

    public bool InPenalty => readings.Any(reading => reading.InPenalty);

    /// <summary>
    /// The numbers of steps at which something bends under the present values of the other figures: a level
    /// or a target is reached. The last is the farthest that makes sense; empty where nothing can be gained.
    /// </summary>
    public IReadOnlyList<long> Bends(IReadOnlyDictionary<string, FigureValue> figures, FigureValue? before)
    {
        if (figure.Kind == FigureKind.Choice)
            return [.. Enumerable.Range(1, Options(before).Count).Select(step => (long)step)];
        if (figure.Kind == FigureKind.YesNo)
            return before?.Number == (direction > 0 ? 1 : 0) ? [] : [1];
        var most = Math.Min(Farthest, Room(figures, before));
        if (before is null && direction < 0)
            most = Math.Min(most, 1);
        return [.. readings
            .SelectMany(reading => reading.Bends(figure.Code, figures))
            .SelectMany(value => StepsTo(value, before))
            .Where(step => step > 0)
            .Select(step => Math.Min(step, most))
            .Where(step => step > 0)
            .Distinct()
            .Order()];
    }

    public FigureValue ValueAt(long step, FigureValue? before)
    {
        if (figure.Kind == FigureKind.Choice)
            return FigureValue.Chosen(Options(before)[(int)step - 1]);
        if (figure.Kind == FigureKind.YesNo)
            return direction > 0 ? FigureValue.Yes : FigureValue.No;
        return FigureValue.Of(Start(before) + (direction * (before is null ? step - 1 : step) * Unit(before)));
    }

    /// <summary>The share that the change is of the larger of before and after.</summary>
    public Fraction RelativeChange(long step, FigureValue? before)
    {
        if (before is null || figure.Kind is FigureKind.Choice or FigureKind.YesNo)
            return Fraction.One;
        var (from, to) = (before.Value.Number, ValueAt(step, before).Number);
        var larger = Math.Max(Math.Abs(from), Math.Abs(to));
        return larger == 0 ? Fraction.One : (Fraction)Math.Abs(to - from) / larger;
    }

    /// <summary>What the figure is a part of, if a ratio says so.</summary>
    public Fraction? Whole(IReadOnlyDictionary<string, FigureValue> figures) =>
        readings.Where(reading => reading.IsPart).Select(reading => reading.Whole(figures)).FirstOrDefault(whole => whole is not null);

    // Options in the order of what they are worth to the criteria that read the figure, the present one and those below it left out.
    private List<string> Options(FigureValue? before)
    {
        var worth = figure.Options.ToDictionary(
            option => option.Code, option => readings.Aggregate(Fraction.Zero, (sum, reading) => sum + reading.WorthOf(option.Code)),
            StringComparer.Ordinal);
        var now = before?.Option is { } present ? worth.GetValueOrDefault(present) : Fraction.Zero;
        return [.. figure.Options.Select(option => option.Code).Where(code => worth[code] > now).OrderBy(code => worth[code])];
    }

    // Whole steps up to a value and, where only what lies beyond it counts (falling under a level), one more.
    private IEnumerable<long> StepsTo(Fraction value, FigureValue? before)
    {
        var steps = (value - Start(before)) * direction / Unit(before);
        var whole = Ceiling(steps) + (before is null ? 1 : 0);
        return direction < 0 ? [whole, whole + 1] : [whole];
    }

    private long Room(IReadOnlyDictionary<string, FigureValue> figures, FigureValue? before)
    {
        var bound = direction > 0 ? FigureBounds.Most(figure) : FigureBounds.Least(figure);
        var limits = readings.Select(reading => reading.Limit(figure.Code, direction, figures))
            .Append(bound is null ? null : (Fraction)bound.Value);
        var room = limits.OfType<Fraction>().Select(limit => Floor((limit - Start(before)) * direction / Unit(before)))
            .DefaultIfEmpty(Farthest).Min();
        return before is null ? room + 1 : room;
    }

    private decimal Start(FigureValue? before) => before?.Number ?? Math.Max(0, FigureBounds.Least(figure) ?? 0);

    // A count moves by one, a percentage or number by the last of its decimals.
    private static decimal Unit(FigureValue? before) => before is null ? 1 : new decimal(1, 0, 0, false, before.Value.Number.Scale);

    private static long Ceiling(Fraction number) => -Floor(-number);

    private static long Floor(Fraction number)
    {
        var floor = BigInteger.DivRem(number.Numerator, number.Denominator, out var rest) - (rest.Sign < 0 ? 1 : 0);
        return (long)BigInteger.Clamp(floor, -Farthest, Farthest);
    }
}
