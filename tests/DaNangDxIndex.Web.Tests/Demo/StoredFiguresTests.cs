using DaNangDxIndex.Criteria;
using DaNangDxIndex.Scoring;

namespace DaNangDxIndex.Demo;

public class StoredFiguresTests
{
    public static IEnumerable<object[]> ComputedEditions =>
        DemoEdition.All.Where(edition => !edition.IsImported).Select(edition => new object[] { edition.Tenant, edition.Year });

    /// <summary>
    /// To write the files anew after a change of criteria or targets, set DX_WRITE_DEMO to the folder src/DaNangDxIndex.Demo/figures.
    /// </summary>
    [Theory, MemberData(nameof(ComputedEditions))]
    public void Stored_figures_are_what_the_generator_makes(string tenant, int year)
    {
        var edition = DemoEdition.Of(tenant, year);

        MustBeStored(new Generator(edition).Figures(), $"{tenant}-{year}.csv");
    }

    [Fact]
    public void Stored_corrections_are_what_the_generator_makes() =>
        MustBeStored(Generator.Corrections(DemoEdition.Of("da-nang", 2024)), "da-nang-2024-corrections.csv");

    [Fact]
    public void Stored_entries_of_the_running_edition_are_what_the_generator_makes() =>
        MustBeStored(new Generator(DemoEdition.Of("da-nang", 2025)).Entered(), "da-nang-2025-entered.csv");

    [Fact]
    public void Every_criteria_file_holds_together()
    {
        var problems = from edition in DemoEdition.All
                       where !edition.IsImported
                       from @group in edition.Groups
                       from problem in CriteriaFile.Read(edition.CriteriaFile(@group)).Problems
                       select $"{edition.Tenant} {edition.Year} {@group} {problem.Pointer}: {problem.Message.En}";

        problems.ShouldBeEmpty();
    }

    /// <summary>A rule written the wrong way round would keep the best from the maximum.</summary>
    [Fact]
    public void The_best_figures_earn_nearly_all_of_the_base()
    {
        foreach (var edition in DemoEdition.All.Where(edition => !edition.IsImported))
            foreach (var set in edition.Groups.Select(group => CriteriaFile.Read(edition.CriteriaFile(group)).Require()))
            {
                var agency = DemoAgencies.Assessed(DemoAgencies.Of(edition.Tenant), edition)
                    .First(agency => string.Equals(agency.Group, set.Group, StringComparison.Ordinal)).Code;
                var input = new ScoringInput
                {
                    Agency = agency,
                    Figures = new FigureMaker(set, agency, new Dictionary<string, FigureValue>(StringComparer.Ordinal)).Make(1.6),
                };

                new Scorer(set).ScoreGroup([input])[0].Converted.ShouldBeGreaterThan(
                    set.Method.Scale * Fraction.Of(97, 100), $"{edition.Tenant} {edition.Year} {set.Group}");
            }
    }

    private static void MustBeStored(string made, string file)
    {
        if (Environment.GetEnvironmentVariable("DX_WRITE_DEMO") is { } folder)
            File.WriteAllText(Path.Combine(folder, file), made);
        else
            DemoFile.Text($"figures/{file}").ShouldBe(made);
    }
}
