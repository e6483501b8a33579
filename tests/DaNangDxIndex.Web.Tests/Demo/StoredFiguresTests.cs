using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Demo;

public class StoredFiguresTests
{
    public static TheoryData<string, int> ComputedEditions => new(DemoEdition.All.Where(edition => !edition.IsImported).Select(edition => (edition.Tenant, edition.Year)));

    /// <summary>To write the files anew after a change of criteria or targets, set DX_WRITE_DEMO to the folder src/DaNangDxIndex.Web/Demo/figures.</summary>
    [Theory, MemberData(nameof(ComputedEditions))]
    public void Stored_figures_are_what_the_generator_makes(string tenant, int year)
    {
        var edition = DemoEdition.All.Single(edition => edition.Year == year && string.Equals(edition.Tenant, tenant, StringComparison.Ordinal));

        var made = new Generator(edition).Figures();

        if (Environment.GetEnvironmentVariable("DX_WRITE_DEMO") is { } folder)
            File.WriteAllText(Path.Combine(folder, $"{tenant}-{year}.csv"), made);
        else
            DemoFile.Text($"figures/{tenant}-{year}.csv").ShouldBe(made);
    }

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
}
