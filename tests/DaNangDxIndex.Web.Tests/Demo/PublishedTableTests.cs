using DaNangDxIndex.Criteria;
using DaNangDxIndex.Ranking;
using DaNangDxIndex.Scoring;

namespace DaNangDxIndex.Demo;

/// <summary>The engine, run over the stored figures of 2024, gives the table that the city published.</summary>
public class PublishedTableTests
{
    private static readonly DemoEdition Edition = DemoEdition.Of("da-nang", 2024);

    [Theory]
    [InlineData("departments", 24)]
    [InlineData("central", 6)]
    [InlineData("districts", 7)]
    [InlineData("wards", 56)]
    public void Every_agency_in_force_at_the_end_of_2024_is_ranked(string group, int agencies)
    {
        var standings = Standings(group);

        standings.Count.ShouldBe(agencies);
        standings.ShouldAllBe(standing => standing.Rank != null);
    }

    [Theory]
    [InlineData("departments")]
    [InlineData("central")]
    [InlineData("districts")]
    [InlineData("wards")]
    public void Tier_counts_are_those_published(string group)
    {
        var standings = Standings(group);
        var published = DemoFile.Rows("published-tier-counts.csv")
            .Where(row => row.Number("year") == 2024 && string.Equals(row["group"], group, StringComparison.Ordinal));

        foreach (var row in published)
        {
            var counted = standings.Where(standing => row.Maybe("parent") is not { } parent
                || string.Equals(standing.Parent, parent, StringComparison.Ordinal)).ToList();
            counted.Count.ShouldBe(row.Number("agencies") ?? 0);
            foreach (var tier in new[] { "excellent", "good", "fair", "average" })
                if (row.Number(tier) is { } agencies)
                    counted.Count(standing => string.Equals(standing.Tier, tier, StringComparison.Ordinal))
                        .ShouldBe(agencies, $"{group} {row.Maybe("parent")} {tier}");
        }
    }

    [Fact]
    public void Leaders_have_the_published_totals()
    {
        foreach (var row in DemoFile.Rows("published-results.csv").Where(row => row.Number("year") == 2024))
        {
            var leader = Standings(row["group"])[0];
            leader.Agency.ShouldBe(row["agency_code"]);
            leader.Total.ToString(System.Globalization.CultureInfo.InvariantCulture).ShouldBe(row["score"]);
            leader.Tier.ShouldBe(row["tier"]);
        }
    }

    [Theory]
    [InlineData("departments")]
    [InlineData("central")]
    [InlineData("districts")]
    [InlineData("wards")]
    public void No_figure_is_missing_or_awaited(string group)
    {
        var set = SetOf(group);

        var scorecards = new Scorer(set).ScoreGroup(Inputs(set));

        scorecards.ShouldAllBe(scorecard => scorecard.Missing.Count == 0 && scorecard.Awaited.Count == 0 && scorecard.Blocking.Count == 0);
    }

    [Fact]
    public void Units_without_procedures_are_converted_from_seventy_points()
    {
        var set = SetOf("departments");

        var scorecards = new Scorer(set).ScoreGroup(Inputs(set))
            .Where(scorecard => scorecard.ApplicableMaximum != set.Method.Scale).ToList();

        scorecards.Select(scorecard => scorecard.Agency).ShouldBe(["dai-ptth", "vien-ktxh", "ban-xthtdt"]);
        scorecards.ShouldAllBe(scorecard => scorecard.ApplicableMaximum <= 70);
    }

    [Fact]
    public void Two_departments_level_on_points_share_a_rank()
    {
        var level = Standings("departments").Where(standing => standing.Agency is "so-gddt" or "so-ct").ToList();

        level.Select(standing => standing.Rank).ShouldBe([10, 10]);
        Standings("departments").Select(standing => standing.Rank).ShouldNotContain(11);
    }

    [Theory]
    [InlineData("5.1", "220/220", "100", "5")]
    [InlineData("5.2", "3,468/3,471", "99.91", "6")]
    [InlineData("5.3", "4,077/4,086", "99.78", "4.94")]
    [InlineData("5.4", "3,005/3,236", "92.86", "4.64")]
    [InlineData("5.5", "1,110/1,297", "85.58", "4.75")]
    public void Printed_figures_of_Hoa_Vang_give_their_percentages_points_and_sentences(
        string criterion, string ratio, string percent, string points)
    {
        var set = SetOf("districts");
        var scorer = new Scorer(set);
        var inputs = Inputs(set);
        var best = scorer.BestOf(inputs);
        var hoaVang = inputs.Single(input => string.Equals(input.Agency, "q-hoa-vang", StringComparison.Ordinal));

        var result = scorer.Score(hoaVang, best).Criteria
            .Single(criterionResult => string.Equals(criterionResult.Criterion.Code, criterion, StringComparison.Ordinal));

        result.Points.Round(2).ShouldBe(decimal.Parse(points, System.Globalization.CultureInfo.InvariantCulture));
        var sentence = Explanation.Of(set, result, hoaVang, best).Sentence;
        sentence.En.ShouldContain(ratio);
        sentence.En.ShouldContain(percent);
        sentence.Vi.ShouldContain(percent.Replace('.', ','));
    }

    private static IReadOnlyList<Standing> Standings(string group)
    {
        var set = SetOf(group);
        return Ranking.Standings.Rank(set.Method, new Scorer(set).ScoreGroup(Inputs(set)));
    }

    private static CriteriaSet SetOf(string group) => CriteriaFile.Read(Edition.CriteriaFile(group)).Require();

    private static List<ScoringInput> Inputs(CriteriaSet set)
    {
        var figures = Edition.Figures.ToLookup(row => row["agency"], StringComparer.Ordinal);
        return [.. DemoAgencies.Assessed(DemoAgencies.Of("da-nang"), Edition)
            .Where(agency => string.Equals(agency.Group, set.Group, StringComparison.Ordinal))
            .Select(agency => new ScoringInput
            {
                Agency = agency.Code,
                Parent = agency.Parent,
                Figures = figures[agency.Code]
                    .Select(row => (Code: row["figure"], Reading: FigureValue.Read(
                        set.Figure(row["figure"]) ?? throw new InvalidOperationException(row["figure"]), row["value"])))
                    .ToDictionary(read => read.Code, read => read.Reading.Value
                        ?? throw new InvalidOperationException($"{agency.Code} {read.Code} cannot be read."), StringComparer.Ordinal),
            })];
    }
}
