using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Demo;

public class StoredFiguresTests
{
    public static IEnumerable<object[]> ComputedEditions => DemoEdition.All.Where(edition => !edition.IsImported).Select(edition => new object[] { edition.Tenant, edition.Year });

    /// <summary>To write the files anew after a change of criteria or targets, set DX_WRITE_DEMO to the folder src/DaNangDxIndex.Web/Demo/figures.</summary>
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
    public void Every_criteria_file_holds_together()
    {
        var problems = from edition in DemoEdition.All
                       where !edition.IsImported
                       from @group in edition.Groups
                       from problem in CriteriaFile.Read(edition.CriteriaFile(@group)).Problems
                       select $"{edition.Tenant} {edition.Year} {@group} {problem.Pointer}: {problem.Message.En}";

        problems.ShouldBeEmpty();
    }

    private static void MustBeStored(string made, string file)
    {
        if (Environment.GetEnvironmentVariable("DX_WRITE_DEMO") is { } folder)
            File.WriteAllText(Path.Combine(folder, file), made);
        else
            DemoFile.Text($"figures/{file}").ShouldBe(made);
    }
}
