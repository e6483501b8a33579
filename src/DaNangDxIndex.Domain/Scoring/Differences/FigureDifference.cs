using DaNangDxIndex.Criteria;
using DaNangDxIndex.Text;

namespace DaNangDxIndex.Scoring.Differences;

/// <summary>One figure that is new, gone, or asked otherwise; the same one has the same code.</summary>
public sealed record FigureDifference(Figure? Before, Figure? After, IReadOnlyList<AspectChange> Aspects)
{
    public DifferenceKind Kind => (Before, After) switch
    {
        (null, _) => DifferenceKind.Added,
        (_, null) => DifferenceKind.Removed,
        _ => DifferenceKind.Changed,
    };

    public Figure Figure => After ?? Before ?? throw new InvalidOperationException("One of the two is there.");

    internal static IReadOnlyList<FigureDifference> Of(CriteriaSet before, CriteriaSet after) =>
    [
        .. after.Figures.Select(figure => Between(before.Figure(figure.Code), figure)).OfType<FigureDifference>(),
        .. before.Figures.Where(figure => after.Figure(figure.Code) is null).Select(figure => new FigureDifference(figure, null, [])),
    ];

    private static FigureDifference? Between(Figure? before, Figure after)
    {
        if (before is null)
            return new(null, after, []);
        var changes = Changes(before, after);
        return changes.Count == 0 ? null : new(before, after, changes);
    }

    private static IReadOnlyList<AspectChange> Changes(Figure before, Figure after) => AspectChange.Between<Figure>(before, after,
    [
        (Aspect.Name, figure => figure.Name),
        (Aspect.Kind, figure => FigureWords.Kind(figure.Kind)),
        (Aspect.Unit, figure => figure.Unit),
        (Aspect.Source, figure => FigureWords.Source(figure.Source)),
        (Aspect.VerifyingUnit, figure => AspectChange.Same(figure.VerifyingUnit)),
        (Aspect.Bounds, figure => new(BoundsIn(figure, "vi"), BoundsIn(figure, "en"))),
        (Aspect.Options, figure => figure.Options.Count == 0 ? null : new(
            string.Join("; ", figure.Options.Select(option => option.Name.Vi)),
            string.Join("; ", figure.Options.Select(option => option.Name.En)))),
        (Aspect.Guidance, figure => figure.Guidance),
    ]);

    private static string BoundsIn(Figure figure, string language) =>
        $"{Bound(FigureBounds.Least(figure), language)} – {Bound(FigureBounds.Most(figure), language)}";

    private static string Bound(decimal? bound, string language) => bound is { } known ? NumberText.Plain(known, language) : "…";
}
