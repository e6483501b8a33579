using System.Text.Json.Nodes;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Publishing;
using DaNangDxIndex.Ranking;
using DaNangDxIndex.Text;

namespace DaNangDxIndex.Scoring;

/// <summary>From the points of one agency's criteria to its total, tier and rank, step by step in the order of the method.</summary>
public sealed class ExplainedTotal
{
    private readonly Method _method;
    private readonly Standing _standing;
    private readonly int _ranked;

    private ExplainedTotal(Method method, Scorecard scorecard, Standing standing, int ranked) =>
        (_method, Scorecard, _standing, _ranked) = (method, scorecard, standing, ranked);

    public Scorecard Scorecard { get; }

    /// <param name="group">The scorecards of the whole group, for the rank.</param>
    public static ExplainedTotal Of(Method method, IReadOnlyList<Scorecard> group, string agency)
    {
        var standings = Standings.Rank(method, group);
        var own = standings.First(standing => string.Equals(standing.Agency, agency, StringComparison.Ordinal));
        var table = standings.Count(standing => standing.Rank is not null
            && (method.Within == RankedWithin.Group || string.Equals(standing.Parent, own.Parent, StringComparison.Ordinal)));
        return new(method, group.First(scorecard => string.Equals(scorecard.Agency, agency, StringComparison.Ordinal)), own, table);
    }

    public IEnumerable<Bilingual> Lines()
    {
        var card = Scorecard;
        yield return new($"{card.Agency}", $"{card.Agency}");
        yield return Line("Điểm các nhóm tiêu chí", "Points of the base", card.Base);
        yield return Line("Điểm tối đa áp dụng", "Applicable maximum", card.ApplicableMaximum);
        yield return new($"    Điểm quy đổi về thang {Converted("vi")}", $"    Converted to the scale of {Converted("en")}");
        yield return Line("Điểm thưởng", "Bonus", card.Bonus);
        yield return Line("Điểm trừ", "Penalty", -card.Penalty);
        yield return Line("Trước khi giới hạn theo thang điểm", "Before the cap", card.BeforeCap);
        yield return _method.Cap == TotalCap.Total
            ? new($"    Giới hạn: {Exact(_method.Scale, "vi")}", $"    Cap: {Exact(_method.Scale, "en")}")
            : new("    Giới hạn: không", "    Cap: none");
        yield return new(
            $"{card.Agency}: {NumberText.With(Total("vi"), "điểm")}, {card.Tier?.Name.Vi ?? "không xếp loại"}, "
                + $"{(_standing.Rank is { } rank ? $"thứ hạng {rank}/{_ranked}" : "không xếp hạng")}",
            $"{card.Agency}: {Total("en")}, {card.Tier?.Name.En ?? "no tier"}, "
                + $"{(_standing.Rank is { } same ? $"rank {same} of {_ranked}" : "not ranked")}");
        foreach (var gate in card.Gates)
            yield return new($"    {gate.Sentence.Vi}", $"    {gate.Sentence.En}");
    }

    public JsonObject Json(string culture) => new()
    {
        ["base"] = Scorecard.Base.ToString(),
        ["applicable"] = Scorecard.ApplicableMaximum.ToString(),
        ["scale"] = _method.Scale.ToString(),
        ["converted"] = Scorecard.Converted.ToString(),
        ["bonus"] = Scorecard.Bonus.ToString(),
        ["penalty"] = Scorecard.Penalty.ToString(),
        ["beforeCap"] = Scorecard.BeforeCap.ToString(),
        ["cap"] = _method.Cap == TotalCap.Total ? _method.Scale.ToString() : null,
        ["total"] = ResultsCsv.Written(_method, Scorecard.Total),
        ["tier"] = Scorecard.Tier?.Code,
        ["rank"] = _standing.Rank,
        ["ranked"] = _ranked,
        ["footnotes"] = JsonText.Array(Scorecard.Gates, gate => JsonValue.Create(gate.Sentence.In(culture))),
    };

    private string Total(string language) => NumberText.Fixed(Scorecard.Total, _method.Decimals, language);

    private string Converted(string language)
    {
        var (scale, of) = (Exact(_method.Scale, language), Exact(Scorecard.ApplicableMaximum, language));
        return $"{scale}: {Exact(Scorecard.Base, language)} / {of} × {scale} = {Printed(Scorecard.Converted, language)}";
    }

    private Bilingual Line(string vi, string en, Fraction points) =>
        new($"    {vi}: {Printed(points, "vi")}", $"    {en}: {Printed(points, "en")}");

    // Exact where that is not what rounding shows: "33,33 (100/3)".
    private string Printed(Fraction points, string language)
    {
        var rounded = _method.Round(points);
        var text = NumberText.Fixed(rounded, _method.Decimals, language);
        return (Fraction)rounded == points ? text : $"{text} ({Exact(points, language)})";
    }

    private static string Exact(Fraction number, string language) => NumberText.Exact(number, language);
}
