using DaNangDxIndex.Harness;
using Xunit.Abstractions;

namespace DaNangDxIndex.Pages;

/// <summary>
/// A script stands in every text of the database that takes one. No page runs it, makes markup of it, or breaks the policy of its content
/// by trying. Which texts take none, and why, the test prints: a rule of the database, no row in the middle of the year, or a word of ours
/// for what the product could not go on with.
/// </summary>
public sealed class StoredScriptsTests(MiddleOfTheYear product, ITestOutputHelper output) : IClassFixture<MiddleOfTheYear>
{
    [Fact]
    public async Task What_stands_in_the_database_is_shown_and_never_run()
    {
        await PagesLookedAt.PrepareNextYearAsync(product);
        var values = await PagesLookedAt.AddThePastAsync(product);
        var visits = PagesLookedAt.SignedIn.Concat(PagesLookedAt.Seldom).Concat(PagesLookedAt.WithNextYear)
            .Append((Who: PagesLookedAt.Nobody, Pages: PagesLookedAt.Public))
            .GroupBy(looked => looked.Who, looked => looked.Pages, StringComparer.Ordinal).ToList();
        // Their sign-ins stand there too.
        var people = new Dictionary<string, Person>(StringComparer.Ordinal);
        foreach (var who in visits.Select(looked => looked.Key))
        {
            people[who] = await product.PersonAsync();
            if (who != PagesLookedAt.Nobody)
                await people[who].SignInAsync(who);
        }

        var (planted, not) = await PlantedScripts.AddAsync(product);
        output.WriteLine(string.Join('\n', not));
        planted.Count.ShouldBeGreaterThan(60, "columns that people write into");

        var (shown, broken) = (0, new List<string>());
        foreach (var some in visits.Chunk(3))
        {
            foreach (var seen in await Task.WhenAll(some.Select(looked =>
                VisitAsync(people[looked.Key], looked.SelectMany(pages => pages).Distinct(StringComparer.Ordinal), values))))
            {
                shown += seen.Shown;
                broken.AddRange(seen.Broken);
            }
        }
        broken.ShouldBeEmpty();
        shown.ShouldBeGreaterThan(100, "pages that show it as text");
    }

    private static async Task<(int Shown, List<string> Broken)> VisitAsync(
        Person person, IEnumerable<string> pages, Dictionary<string, string> values)
    {
        var (shown, broken) = (0, new List<string>());
        foreach (var page in pages.Select(page => PagesLookedAt.Filled(page, values)))
        {
            var path = page is "/api" or "/design" or "/verify" ? page : person.Path(page);
            if ((await person.Page.GotoAsync(path))?.Status is not 200 and var status)
                broken.Add($"{page} answers {status}");
            if (await person.Page.EvaluateAsync<bool>("'planted' in window || document.querySelector('img[src=nowhere]') !== null"))
                broken.Add($"{page} runs it, or makes markup of it");
            if ((await person.Page.ContentAsync()).Contains(PlantedScripts.AsText, StringComparison.Ordinal))
                shown++;
        }
        return (shown, [.. broken, .. person.Faults]);
    }
}
