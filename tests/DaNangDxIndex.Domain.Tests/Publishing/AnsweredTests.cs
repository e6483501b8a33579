using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Publishing;

/// <summary>An agency's own sentence counts in what it gave itself, and nowhere else; the frozen form says for which criteria.</summary>
public class AnsweredTests
{
    private static readonly Dictionary<string, string> Above = new(StringComparer.Ordinal) { ["received"] = "1000", ["online"] = "1100" };

    [Fact]
    public void A_part_above_its_whole_earns_self_assessed_points_once_the_agency_has_said_why()
    {
        SelfPoints(With([])).ShouldBe(Fraction.Zero);
        SelfPoints(With(["A.1"])).ShouldBe(With(["A.1"]).Groups[0].Criteria.Criterion("A.1")?.Maximum);
    }

    [Fact]
    public void The_appraised_result_waits_for_an_appraiser_all_the_same() =>
        ResultOf(With(["A.1"])).Criteria.Single(points => points.Code == "A.1").Points.ShouldBe(Fraction.Zero);

    [Fact]
    public void The_frozen_form_holds_what_the_points_rest_on_and_anybody_recomputes_them()
    {
        var written = PublishedEditionJson.Canonical(With(["A.1"]));
        var read = PublishedEditionJson.Read(written);

        written.ShouldContain("\"format\":\"dx-index-publication/6\"");
        PublishedEditionJson.Canonical(read).ShouldBe(written);
        Recomputation.Differences(read).ShouldBeEmpty();
        Recomputation.Unread(written, read).ShouldBeEmpty();
    }

    [Fact]
    public void A_claim_that_nobody_answered_is_found()
    {
        var honest = With(["A.1"]);
        var claimed = honest with
        {
            Groups = [honest.Groups[0] with { Entrants = With([]).Groups[0].Entrants }],
        };

        Recomputation.Differences(claimed).ShouldContain(difference => difference.Place.Contains("selfAssessed", StringComparison.Ordinal));
    }

    [Fact]
    public void Where_nobody_answered_anything_the_form_is_the_one_before() =>
        PublishedEditionJson.Canonical(With([])).ShouldContain("\"format\":\"dx-index-publication/4\"");

    private static PublishedEdition With(string[] answered)
    {
        var edition = SampleEdition.Of();
        var group = edition.Groups[0];
        // Of one unit they are a part and its whole.
        var criteria = group.Criteria with
        {
            Figures = [.. group.Criteria.Figures.Select(
                figure => figure.Kind == FigureKind.Count ? figure with { Unit = new("hồ sơ", "files") } : figure)],
        };
        return edition with
        {
            Groups = [Computation.Of(group.Code, group.Name, criteria, group.Before, group.Entrants.Select(entrant =>
                entrant.Agency != "hai-chau" ? entrant : entrant with
                {
                    Declared = Above,
                    Figures = Above,
                    Answered = new SortedSet<string>(answered, StringComparer.Ordinal),
                }))],
        };
    }

    private static Result ResultOf(PublishedEdition edition) => edition.Groups[0].Results.Single(result => result.Agency == "hai-chau");

    private static Fraction? SelfPoints(PublishedEdition edition) => ResultOf(edition).SelfAssessed?.Of("A.1")?.Points;
}
