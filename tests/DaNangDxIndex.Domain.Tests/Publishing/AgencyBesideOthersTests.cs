
namespace DaNangDxIndex.Publishing;

/// <summary>Who is of like size, and what points rest on.</summary>
public sealed class AgencyBesideOthersTests
{
    private static readonly PublishedGroup Wards = SampleEdition.Of().Groups[0];

    [Fact]
    public void Size_is_the_count_that_most_shares_are_taken_of() =>
        LikeSize.Of(Wards, "hai-chau").ShouldNotBeNull().Figure.Code.ShouldBe("received");

    [Fact]
    public void The_nearest_by_ratio_stand_by_size_with_the_agency_among_them()
    {
        var group = Sized(("a", 10), ("b", 90), ("c", 100), ("d", 200), ("e", 1000), ("f", 60), ("g", 5000));

        LikeSize.Of(group, "c").ShouldNotBeNull().Agencies.Select(member => member.Agency).ShouldBe(["a", "f", "b", "c", "d"]);
        LikeSize.Of(group, "g").ShouldNotBeNull().Agencies[^1].Agency.ShouldBe("g");
    }

    [Fact]
    public void Who_counted_nothing_has_no_like()
    {
        LikeSize.Of(Wards, "hoang-sa").ShouldBeNull();
        LikeSize.Of(Sized(("a", 0), ("b", 90)), "a").ShouldBeNull();
        LikeSize.Of(Sized(("a", 0), ("b", 90)), "b").ShouldNotBeNull().Agencies.Count.ShouldBe(1);
    }

    [Fact]
    public void Points_by_source_come_to_what_the_components_do()
    {
        foreach (var result in Wards.Results)
        {
            var sources = PointsBySource.Of(Wards, result);
            var earned = result.Components.Where(points =>
                Wards.Criteria.Components.Single(component => component.Code == points.Code).Sign > 0);
            Sum(sources.Select(source => source.Points)).ShouldBe(Sum(earned.Select(points => points.Points)));
            sources.Select(source => source.Source).ShouldBeUnique();
        }
    }

    [Fact]
    public void Points_that_an_appraiser_set_rest_on_the_appraiser() => PointsBySource
        .Of(Wards, Wards.ResultOf("hoa-vang").ShouldNotBeNull())
        .Single(source => source.Source == SourceOfPoints.Appraiser).Points.ShouldBe(Fraction.Of(50, 3));

    private static Fraction Sum(IEnumerable<Fraction> points) => points.Aggregate(Fraction.Zero, (sum, fraction) => sum + fraction);

    private static PublishedGroup Sized(params (string Agency, int Received)[] agencies) => Computation.Of(
        Wards.Code, Wards.Name, Wards.Criteria, null, agencies.Select(agency => Wards.Entrants[0] with
        {
            Agency = agency.Agency,
            Figures = new Dictionary<string, string>(StringComparer.Ordinal) { ["received"] = $"{agency.Received}", ["online"] = "0" },
            Decisions = new Dictionary<string, PublishedDecision>(StringComparer.Ordinal),
            Before = null,
        }));
}
