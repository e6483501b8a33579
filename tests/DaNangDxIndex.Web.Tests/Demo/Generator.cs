using System.Globalization;
using System.Text;
using DaNangDxIndex.Agencies;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Scoring;

namespace DaNangDxIndex.Demo;

/// <summary>Makes the files under src/DaNangDxIndex.Web/Demo/figures. Printed figures stand in them as they are; the rest is made up.</summary>
internal sealed class Generator(DemoEdition edition)
{
    /// <summary>Agencies of open editions that have begun, with the number of components they have filled in.</summary>
    private static readonly Dictionary<string, int> Begun = new(StringComparer.Ordinal)
    {
        ["so-yt"] = 8, ["so-gddt"] = 3, ["so-xd-2025"] = 1, ["cuc-thue"] = 4, ["w25-hoa-cuong"] = 7, ["w25-hoi-an"] = 5, ["w25-thanh-khe"] = 2, ["w25-tam-ky"] = 1, ["c25-ba-na"] = 3,
        ["kh-so-yt"] = 6, ["kh-nha-trang"] = 3, ["kh-p-loc-tho"] = 2,
    };

    /// <summary>Of these no survey is in yet, so that their totals cannot be shown.</summary>
    private static readonly string[] SurveyMissing = ["so-ngv", "nhnn", "w25-hai-van", "c25-tay-giang", "c25-tra-leng", "c25-la-dee", "kh-khanh-son"];

    private readonly IReadOnlyList<Agency> _agencies = [.. DemoAgencies.Assessed(DemoAgencies.Of(edition.Tenant), edition)];

    public string Figures()
    {
        var csv = new StringBuilder("agency,figure,value\n");
        foreach (var group in edition.Groups)
            WriteGroup(CriteriaFile.Read(edition.CriteriaFile(group)).Require(), csv);
        return csv.ToString();
    }

    private void WriteGroup(CriteriaSet set, StringBuilder csv)
    {
        var scorer = new Scorer(set);
        var agencies = _agencies.Where(agency => string.Equals(agency.Group, set.Group, StringComparison.Ordinal)).ToList();
        var best = scorer.BestOf(agencies.Select(agency => new ScoringInput { Agency = agency.Code, Figures = Maker(set, agency).Make(1) }));
        foreach (var agency in agencies)
        {
            var figures = edition.IsFinal ? new TotalTuner(scorer, agency.Code, Maker(set, agency), best).Reach(Targets.Of2024[agency.Code]) : Partly(set, agency);
            foreach (var figure in set.Figures.Where(figure => figures.ContainsKey(figure.Code)))
                csv.Append(CultureInfo.InvariantCulture, $"{agency.Code},{figure.Code},{figures[figure.Code].Write(figure)}\n");
        }
    }

    private FigureMaker Maker(CriteriaSet set, Agency agency) => new(set, agency.Code, edition.IsFinal ? PrintedFigures.Of(set, agency.Code) : []);

    /// <summary>An open edition: what system, survey and office gave, and what the agency has entered so far.</summary>
    private Dictionary<string, FigureValue> Partly(CriteriaSet set, Agency agency)
    {
        var filled = set.Components.Take(Begun.GetValueOrDefault(agency.Code)).SelectMany(component => component.Criteria).SelectMany(criterion => criterion.Figures).ToHashSet(StringComparer.Ordinal);
        var figures = Maker(set, agency).Make(0.55 + (0.4 * Draw.Of(edition.Year, agency.Code)));
        return figures.Where(figure => IsIn(set.Figure(figure.Key)?.Source, agency, figure.Key, filled)).ToDictionary(StringComparer.Ordinal);
    }

    private static bool IsIn(FigureSource? source, Agency agency, string figure, HashSet<string> filled) => source switch
    {
        FigureSource.Agency => filled.Contains(figure),
        FigureSource.Survey => !SurveyMissing.Contains(agency.Code, StringComparer.Ordinal),
        _ => true,
    };
}
