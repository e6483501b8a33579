using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Demo;

/// <summary>Makes the figures of one agency for a given quality. The same quality gives the same figures.</summary>
internal sealed class FigureMaker(CriteriaSet set, string agency, IReadOnlyDictionary<string, FigureValue> printed)
{
    /// <summary>One agency of each group looks up most, so that the group's best is known beforehand.</summary>
    private static readonly HashSet<string> LookUpMost = ["so-tttt", "so-khcn-2025", "bhxh", "q-hai-chau", "p-hoa-thuan-tay", "w25-hoi-an"];

    private static readonly Dictionary<(string Agency, string Figure), double> PrintedRates = new()
    {
        [("q-cam-le", "files-online")] = 0.91,
        [("so-gtvt", "files-online")] = 1,
        [("so-ct", "procedures-full-process")] = 1,
    };

    /// <summary>
    /// A rate that was printed of the agency, or of those it belongs to, without a numerator; the number of cases is made up.
    /// </summary>
    private double? Said(string figure) => figure switch
    {
        "data-lookups" when LookUpMost.Contains(agency) => 120,
        "files-online" when IsCommuneOfHoaVang => 1,
        "files-digitised" when IsCommuneOfHoaVang => 0.99,
        "files-online" when IsDistrict && agency != "q-cam-le" => 0.984 + (0.015 * Draw.Of(set.Edition, agency, figure)),
        "markets-cashless" when IsDistrict => 1,
        _ => PrintedRates.TryGetValue((agency, figure), out var rate) ? rate : null,
    };

    /// <summary>Of Da Nang; printed of them in general: "nearly 100 % online", and all small traders take payment without cash.</summary>
    private bool IsDistrict => agency.StartsWith("q-", StringComparison.Ordinal);

    private bool IsCommuneOfHoaVang => set.Edition == 2024 && agency.StartsWith("x-", StringComparison.Ordinal);

    /// <summary>A unit without procedures has no files to count: only figures of criteria that apply to it.</summary>
    private readonly HashSet<string> _applicable = set.Components
        .Where(component => !set.Kinds.Any(kind =>
            kind.Agencies.Contains(agency, StringComparer.Ordinal) && kind.Components.Contains(component.Code, StringComparer.Ordinal)))
        .SelectMany(component => component.Criteria).SelectMany(criterion => criterion.Figures).ToHashSet(StringComparer.Ordinal);

    public CriteriaSet Set => set;

    public bool IsFree(string figure) => !printed.ContainsKey(figure) && Said(figure) is null;

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
            Recipe.Multiple multiple => FigureValue.Of(Times(multiple, figure.Code, quality, made)),
            Recipe.Share share => FigureValue.Of(ShareOf(share, figure.Code, own, quality, made)),
            Recipe.Reach reach =>
                FigureValue.Of(Math.Max(0, Math.Round((decimal)(reach.Poor + ((reach.Best - reach.Poor) * own)), reach.Decimals))),
            Recipe.YesFrom yes => own >= yes.Quality ? FigureValue.Yes : FigureValue.No,
            Recipe.Options options => FigureValue.Chosen(figure.Options[options.From.Count(from => own < from)].Code),
            _ => throw new InvalidOperationException($"The recipe of {figure.Code} has no maker."),
        };
        return made[figure.Code] = value;
    }

    private decimal ShareOf(Recipe.Share share, string figure, double own, double quality, Dictionary<string, FigureValue> made)
    {
        var ratio = Said(figure) ?? share.Poor + ((share.Best - share.Poor) * own);
        var whole = Whole(share.Of, quality, made);
        return Math.Clamp(Math.Round(whole * (decimal)ratio), 0, share.Best > 2 ? decimal.MaxValue : whole);
    }

    private decimal Times(Recipe.Multiple multiple, string figure, double quality, Dictionary<string, FigureValue> made)
    {
        var times = multiple.Least + ((multiple.Most - multiple.Least) * Draw.Of(set.Edition, agency, figure));
        return Math.Round(Whole(multiple.Of, quality, made) * (decimal)times);
    }

    private decimal Whole(string of, double quality, Dictionary<string, FigureValue> made) =>
        Value(set.Figure(of) ?? throw new InvalidOperationException($"The figure {of} is not in the set."), quality, made).Number;
}
