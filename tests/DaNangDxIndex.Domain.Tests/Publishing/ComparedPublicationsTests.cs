using DaNangDxIndex.Agencies;
using DaNangDxIndex.Editions;

namespace DaNangDxIndex.Publishing;

public sealed class ComparedPublicationsTests
{
    private static readonly PublishedEdition Before = SampleEdition.Of();
    private readonly PublishedEdition _after = Later(Before, "700");
    private readonly Lineage _nobodyMoved = new([]);

    [Fact]
    public void An_agency_is_compared_with_itself_in_the_publication_before()
    {
        var compared = new ComparedPublications(Before, _after, "wards").Of("hai-chau", _nobodyMoved).ShouldNotBeNull();

        (compared.Performance > Fraction.Zero, compared.Rules).ShouldBe((true, 0));
        // Only what rounding both totals takes or gives.
        compared.Apart.Round(2).ShouldBeInRange(-0.01m, 0.01m);
    }

    [Fact]
    public void Who_gained_most_by_what_it_did_stands_first() =>
        new ComparedPublications(Before, _after, "wards").MostImproved(_nobodyMoved)[0].Agency.ShouldBe("hai-chau");

    [Fact]
    public void Across_a_break_another_series_or_without_an_edition_before_nobody_is_compared()
    {
        var broken = _after with
        {
            Groups = [_after.Groups[0] with { Break = new Break(BreakCause.Population, 2025, 2026, new("Khác", "Other")) }],
        };

        new ComparedPublications(Before, broken, "wards").MostImproved(_nobodyMoved).ShouldBeEmpty();
        new ComparedPublications(null, _after, "wards").MostImproved(_nobodyMoved).ShouldBeEmpty();
        new ComparedPublications(Before with { Series = new Series("ict") }, _after, "wards").MostImproved(_nobodyMoved).ShouldBeEmpty();
        new ComparedPublications(_after, Before, "wards").MostImproved(_nobodyMoved).ShouldBeEmpty();
    }

    [Fact]
    public void Who_handed_in_nothing_and_whose_total_would_come_out_otherwise_today_is_not_compared()
    {
        var silent = Later(SampleEdition.Of(submittedByHaiChau: false), "700");
        new ComparedPublications(Before, silent, "wards").Of("hai-chau", _nobodyMoved).ShouldBeNull();

        var results = _after.Groups[0].Results.Select(result => result with { Total = "12.34" });
        var otherwise = _after with { Groups = [_after.Groups[0] with { Results = [.. results] }] };
        new ComparedPublications(Before, otherwise, "wards").Of("hai-chau", _nobodyMoved).ShouldBeNull();
    }

    private static PublishedEdition Later(PublishedEdition edition, string online)
    {
        var group = edition.Groups[0];
        var entrants = group.Entrants.Select(entrant => entrant.Agency != "hai-chau" ? entrant : entrant with
        {
            Figures = new Dictionary<string, string>(entrant.Figures, StringComparer.Ordinal) { ["online"] = online },
        });
        return edition with
        {
            Year = edition.Year + 1,
            Groups = [Computation.Of(group.Code, group.Name, group.Criteria, group.Before, [.. entrants])],
        };
    }
}
