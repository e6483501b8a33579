using DaNangDxIndex.Accounts;
using DaNangDxIndex.Agencies;
using DaNangDxIndex.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DaNangDxIndex.Assessments;

public sealed class LastEditionTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task The_value_of_the_last_edition_stands_beside_the_field()
    {
        var last = await OpenEdition.AddAsync(app);
        var edition = await OpenEdition.AddAsync(app);
        var visitor = await app.SignedInAsync(Role.Assessor);
        await (await Saving.AsAsync(last, visitor)).SavedAsync("files-received", "3468");

        var page = await visitor.OpenAsync($"{edition.Path}/components/A");

        page.GetElementById("Figures_files-received_-last").ShouldNotBeNull().TextContent.Trim().ShouldBe($"Năm {last.Year}: 3.468 hồ sơ");
        page.GetElementById("Figures_coverage_-last").ShouldNotBeNull().TextContent.Trim().ShouldBe($"Năm {last.Year}: –");
    }

    [Theory]
    [InlineData(new[] { "successor" }, 1, 1)]
    [InlineData(new[] { "successor", "sibling" }, 1, 0)]
    [InlineData(new[] { "successor" }, 2, 2)]
    public async Task Predecessors_stand_beside_the_figures_where_they_became_this_agency_alone(string[] successors, int predecessors,
        int shown)
    {
        var suffix = $"{string.Join('-', successors)}-{predecessors}";
        var last = await OpenEdition.AddAsync(app);
        var edition = await OpenEdition.AddAsync(app);
        var found = await app.InTenantAsync("da-nang", async services =>
        {
            var db = services.GetRequiredService<Database.DxIndexDb>();
            var group = await db.Set<Assessment>().Where(assessment => assessment.Year == edition.Year)
                .Select(assessment => assessment.Group).FirstAsync();
            db.Add(New($"successor-{suffix}", []));
            for (var number = 0; number < predecessors; number++)
            {
                db.Add(New($"old-{number}-{suffix}", [.. successors.Select(code => $"{code}-{suffix}")]));
            }

            await db.SaveChangesAsync();
            db.Add(new Assessment(last.Year, $"old-0-{suffix}", group, null, true, AssessmentState.Entering));
            db.Add(new Assessment(edition.Year, $"successor-{suffix}", group, null, true, AssessmentState.Entering));
            await db.SaveChangesAsync();
            var sheet = await services.GetRequiredService<AssessmentSheets>()
                .FindAsync(edition.Year, $"successor-{suffix}", CancellationToken.None);
            return sheet.ShouldNotBeNull().Last;

            Agency New(string code, IReadOnlyList<string> followedBy) =>
                new Agency(code, group, true, null, null, null, null, true).Named(new(code, code), followedBy);
        });

        (found?.Agencies.Count ?? 0).ShouldBe(shown);
    }

    [Fact]
    public async Task The_wards_of_2025_see_the_counts_of_the_old_wards_added_up_to_be_confirmed()
    {
        var visitor = await app.SignedInAsync(Role.Assessor);
        var forms = new List<string>();
        foreach (var link in (await visitor.OpenAsync("/assessments/2025/w25-hai-chau")).QuerySelectorAll(".tasks a")
            .Select(link => link.GetAttribute("href")))
            forms.AddRange((await visitor.OpenAsync(link ?? "")).QuerySelectorAll(".figure-last").Select(last => last.TextContent));

        forms.ShouldContain(text => text.Contains("cơ quan trước sáp nhập, cần xác nhận)", StringComparison.Ordinal));
        forms.ShouldContain(text => text.Contains("Năm 2024: không cộng được (", StringComparison.Ordinal));
        forms.ShouldAllBe(text => text.Contains("trước sáp nhập", StringComparison.Ordinal));
    }
}
