using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Demo;

/// <summary>Makes the figures of one agency for a given quality. The same quality gives the same figures.</summary>
internal sealed class FigureMaker(CriteriaSet set, string agency, IReadOnlyDictionary<string, FigureValue> printed)
{
    /// <summary>
    /// Said of them in print without a numerator: Cam Le 91 % online; all procedures of two departments full-process.
    /// And one agency of each group looks up most, so that the group's best is known beforehand.
    /// </summary>
    private static readonly Dictionary<(string Agency, string Figure), double> Said = new()
    {
        [("q-cam-le", "files-online")] = 0.91,
        [("so-gtvt", "procedures-full-process")] = 1,
        [("so-ct", "procedures-full-process")] = 1,
        [("so-tttt", "data-lookups")] = 120,
        [("so-khcn-2025", "data-lookups")] = 120,
        [("bhxh", "data-lookups")] = 120,
        [("q-hai-chau", "data-lookups")] = 120,
        [("p-hoa-thuan-tay", "data-lookups")] = 120,
        [("w25-hoi-an", "data-lookups")] = 120,
    };

    /// <summary>A unit without procedures has no files to count: only figures of criteria that apply to it.</summary>
    private readonly HashSet<string> _applicable = set.Components
        .Where(component => !set.Kinds.Any(kind => kind.Agencies.Contains(agency, StringComparer.Ordinal) && kind.Components.Contains(component.Code, StringComparer.Ordinal)))
        .SelectMany(component => component.Criteria).SelectMany(criterion => criterion.Figures).ToHashSet(StringComparer.Ordinal);

    public CriteriaSet Set => set;

    public bool IsFree(string figure) => !printed.ContainsKey(figure) && !Said.ContainsKey((agency, figure));

    public Dictionary<string, FigureValue> Make(double quality)
    {
        var made = new Dictionary<string, FigureValue>(printed, StringComparer.Ordinal);
        foreach (var figure in set.Figures.Where(figure => _applicable.Contains(figure.Code)))
            Value(figure, quality, made);
        return made;
    }

    private FigureValue Value(Figure figure, double quality, Dictionary<string, FigureValue> made)
    {
        if (made.TryGetValue(figure.Code, out var known))
            return known;
        var own = Math.Clamp(quality + ((Draw.Of(set.Edition, agency, figure.Code, "quality") - 0.5) * 0.5), 0, 1);
        var value = Recipes.Of(figure.Code, set.Group, set.Edition) switch
        {
            Recipe.Size size => FigureValue.Of(Draw.Between(size.Least, size.Most, set.Edition, agency, figure.Code)),
            Recipe.Multiple multiple => FigureValue.Of(Times(multiple.Of, multiple.Least + ((multiple.Most - multiple.Least) * Draw.Of(set.Edition, agency, figure.Code)), quality, made)),
            Recipe.Share share => FigureValue.Of(ShareOf(share, figure.Code, own, quality, made)),
            Recipe.Reach reach => FigureValue.Of(Math.Max(0, Math.Round((decimal)(reach.Poor + ((reach.Best - reach.Poor) * own)), reach.Decimals))),
            Recipe.YesFrom yes => own >= yes.Quality ? FigureValue.Yes : FigureValue.No,
            Recipe.Options options => FigureValue.Chosen(figure.Options[options.From.Count(from => own < from)].Code),
            _ => throw new InvalidOperationException($"The recipe of {figure.Code} has no maker."),
        };
        return made[figure.Code] = value;
    }

    private decimal ShareOf(Recipe.Share share, string figure, double own, double quality, Dictionary<string, FigureValue> made)
    {
        var ratio = Said.TryGetValue((agency, figure), out var said) ? said : share.Poor + ((share.Best - share.Poor) * own);
        var whole = Whole(share.Of, quality, made);
        return Math.Clamp(Math.Round(whole * (decimal)ratio), 0, share.Best > 2 ? decimal.MaxValue : whole);
    }

    private decimal Times(string of, double multiple, double quality, Dictionary<string, FigureValue> made) =>
        Math.Round(Whole(of, quality, made) * (decimal)multiple);

    private decimal Whole(string of, double quality, Dictionary<string, FigureValue> made) =>
        Value(set.Figure(of) ?? throw new InvalidOperationException($"The figure {of} is not in the set."), quality, made).Number;
}
