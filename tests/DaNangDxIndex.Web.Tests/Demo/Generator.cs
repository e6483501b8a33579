using System.Globalization;
using System.Text;
using DaNangDxIndex.Agencies;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Scoring;

namespace DaNangDxIndex.Demo;

/// <summary>Makes the files under src/DaNangDxIndex.Demo/figures. Printed figures stand in them as they are; the rest is made up.</summary>
internal sealed class Generator(DemoEdition edition)
{
    /// <summary>Agencies of open editions that have begun, with the number of components they have filled in.</summary>
    private static readonly Dictionary<string, int> Begun = new(StringComparer.Ordinal)
    {
        ["so-yt"] = 8, ["so-gddt"] = 3, ["so-xd-2025"] = 1, ["cuc-thue"] = 4, ["w25-hoa-cuong"] = 7,
        ["w25-hoi-an"] = 5, ["w25-thanh-khe"] = 2, ["w25-tam-ky"] = 1, ["c25-ba-na"] = 3,
        ["kh-so-yt"] = 6, ["kh-nha-trang"] = 3, ["kh-p-loc-tho"] = 2,
    };

    /// <summary>Of these no survey is in yet, so that their totals cannot be shown.</summary>
    private static readonly string[] SurveyMissing = [
        "so-ngv", "nhnn", "w25-hai-van", "c25-tay-giang", "c25-tra-leng", "c25-la-dee", "kh-khanh-son"];

    private readonly IReadOnlyList<Agency> _agencies = [.. DemoAgencies.Assessed(DemoAgencies.Of(edition.Tenant), edition)];

    public string Figures()
    {
        var csv = new StringBuilder("agency,figure,value\n");
        foreach (var group in edition.Groups)
            WriteGroup(CriteriaFile.Read(edition.CriteriaFile(group)).Require(), csv);
        return csv.ToString();
    }

    /// <summary>The figures of the components that agencies of a running edition have filled in besides.</summary>
    public string Entered()
    {
        var csv = new StringBuilder("agency,figure,value\n");
        var states = DemoState.Of(edition).ToDictionary(state => state.Agency, StringComparer.Ordinal);
        foreach (var set in edition.Groups.Select(group => CriteriaFile.Read(edition.CriteriaFile(group)).Require()))
        {
            foreach (var agency in _agencies.Where(agency => string.Equals(agency.Group, set.Group, StringComparison.Ordinal)
                && states.ContainsKey(agency.Code)))
                WriteEntered(set, agency, states[agency.Code].Components, csv);
        }
        return csv.ToString();
    }

    private void WriteEntered(CriteriaSet set, Agency agency, int components, StringBuilder csv)
    {
        var (before, filled) = (FilledIn(set, Begun.GetValueOrDefault(agency.Code)), FilledIn(set, components));
        var figures = Maker(set, agency).Make(QualityOf(agency));
        foreach (var figure in set.Figures.Where(figure => figure.Source == FigureSource.Agency
            && filled.Contains(figure.Code) && !before.Contains(figure.Code)))
        {
            if (figures.TryGetValue(figure.Code, out var value))
                csv.Append(CultureInfo.InvariantCulture, $"{agency.Code},{figure.Code},{value.Write(figure)}\n");
        }
    }

    private static HashSet<string> FilledIn(CriteriaSet set, int components) =>
        set.Components.Take(components).SelectMany(component => component.Criteria)
            .SelectMany(criterion => criterion.Figures).ToHashSet(StringComparer.Ordinal);

    private double QualityOf(Agency agency) => 0.55 + (0.4 * Draw.Of(edition.Year, agency.Code));

    /// <summary>What some agencies had declared before a figure was corrected to the one that stands.</summary>
    public static string Corrections(DemoEdition edition)
    {
        var csv = new StringBuilder("agency,figure,declared,reason,sentence\n");
        var stored = edition.Figures.ToDictionary(row => (row["agency"], row["figure"]), row => row["value"]);
        foreach (var ((agency, figure), value) in stored)
        {
            if (!Correctable.TryGetValue(figure, out var correctable) || string.Equals(agency, "q-hoa-vang", StringComparison.Ordinal)
                || Draw.Of(edition.Year, agency, figure, "corrected") > 0.09)
                continue;
            var accepted = int.Parse(value, CultureInfo.InvariantCulture);
            var whole = int.Parse(stored[(agency, correctable.Whole)], CultureInfo.InvariantCulture);
            var wrong = Math.Min(whole - accepted, 1 + (int)(whole * 0.02 * Draw.Of(edition.Year, agency, figure, "wrong")));
            if (wrong > 0)
            {
                var sentence = string.Format(CultureInfo.InvariantCulture, correctable.Sentence, wrong);
                csv.Append(CultureInfo.InvariantCulture, $"{agency},{figure},{accepted + wrong},{correctable.Reason},{sentence}\n");
            }
        }

        return csv.ToString();
    }

    private static readonly Dictionary<string, (string Whole, string Reason, string Sentence)> Correctable = new(StringComparer.Ordinal)
    {
        ["files-online"] = ("files-received", "figureContradicted",
            "Đối chiếu Hệ thống thông tin giải quyết thủ tục hành chính: {0} hồ sơ nộp trực tiếp đã được tính là trực tuyến."),
        ["files-digitised"] = ("files-to-digitise", "figureContradicted", "{0} hồ sơ chưa có thành phần số hóa trên hệ thống."),
        ["files-paid-online"] = ("files-with-fee", "figureContradicted", "Kho bạc đối chiếu: {0} giao dịch không thành công."),
        ["documents-signed"] = ("documents-issued", "figureContradicted",
            "Hệ thống quản lý văn bản ghi nhận {0} văn bản thiếu chữ ký số của cơ quan."),
        ["staff-trained"] = ("staff", "evidenceInsufficient", "{0} người không có trong danh sách được cấp chứng nhận."),
    };

    private void WriteGroup(CriteriaSet set, StringBuilder csv)
    {
        var scorer = new Scorer(set);
        var agencies = _agencies.Where(agency => string.Equals(agency.Group, set.Group, StringComparison.Ordinal)).ToList();
        var best = scorer.BestOf(
            agencies.Select(agency => new ScoringInput { Agency = agency.Code, Figures = Maker(set, agency).Make(1) }));
        foreach (var agency in agencies)
        {
            // What a tenant printed is reached exactly; one that printed nothing gets whatever comes out.
            var figures = edition.IsFinal
                ? Targets.Of2024.TryGetValue(agency.Code, out var target)
                    ? new TotalTuner(scorer, agency.Code, Maker(set, agency), best).Reach(target)
                    : Maker(set, agency).Make(QualityOf(agency))
                : Partly(set, agency);
            foreach (var figure in set.Figures.Where(figure => figures.ContainsKey(figure.Code)))
                csv.Append(CultureInfo.InvariantCulture, $"{agency.Code},{figure.Code},{figures[figure.Code].Write(figure)}\n");
        }
    }

    private FigureMaker Maker(CriteriaSet set, Agency agency) =>
        new(set, agency.Code, edition.IsFinal ? PrintedFigures.Of(set, agency.Code) : []);

    /// <summary>An open edition: what system, survey and office gave, and what the agency has entered so far.</summary>
    private Dictionary<string, FigureValue> Partly(CriteriaSet set, Agency agency)
    {
        var filled = FilledIn(set, Begun.GetValueOrDefault(agency.Code));
        var figures = Maker(set, agency).Make(QualityOf(agency));
        return figures.Where(figure => IsIn(set.Figure(figure.Key)?.Source, agency, figure.Key, filled))
            .ToDictionary(StringComparer.Ordinal);
    }

    private static bool IsIn(FigureSource? source, Agency agency, string figure, HashSet<string> filled) => source switch
    {
        FigureSource.Agency => filled.Contains(figure),
        FigureSource.Survey => !SurveyMissing.Contains(agency.Code, StringComparer.Ordinal),
        _ => true,
    };
}
