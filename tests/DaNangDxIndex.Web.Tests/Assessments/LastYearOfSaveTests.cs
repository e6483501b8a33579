using DaNangDxIndex.Accounts;
using DaNangDxIndex.Agencies;
using DaNangDxIndex.Database;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DaNangDxIndex.Assessments;

/// <summary>
/// A save asks for less of the year before than a page, and never for anything older. Whatever is changed here is changed by somebody
/// else's connection, as by another process.
/// </summary>
public sealed class LastYearOfSaveTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task A_warning_speaks_of_the_year_before_as_it_stands_when_the_figure_is_saved()
    {
        var last = await OpenEdition.AddAsync(app);
        var edition = await OpenEdition.AddAsync(app);
        var assessor = await app.SignedInAsync(Role.Assessor);
        await (await Saving.AsAsync(last, assessor)).SavedAsync("files-received", "1000");
        var (saving, times) = (await Saving.AsAsync(edition, assessor), 0);
        var own = $"year = {last.Year} AND agency = '{last.Agency}'";
        var figure = $"{own} AND figure = 'files-received'";
        var other = $"year = {last.Year} AND agency = 'another-agency'";

        (await ThenAsync("SELECT 1")).ShouldBeNull("What was never handed in is nobody's figure.");
        (await ThenAsync($"UPDATE assessment SET state = 'final' WHERE {own}")).ShouldBe("1000");
        (await ThenAsync($"UPDATE figure_entry SET declared = '2000' WHERE {figure}")).ShouldBe("2000");
        const string Correction = "accepted = '3000', accepted_at = now(), correction_reason = 'other', correction_sentence = '…'";
        (await ThenAsync($"UPDATE figure_entry SET {Correction} WHERE {figure}")).ShouldBe("3000");
        (await ThenAsync($"UPDATE assessment SET state = 'reopened' WHERE {own}")).ShouldBeNull("Nothing was heard of it.");
        await TestApp.AskAsync<int>(app.Superuser, $"INSERT INTO heard_figure SELECT * FROM figure_entry WHERE {figure}");
        (await ThenAsync($"UPDATE heard_figure SET accepted = '4000' WHERE {figure}")).ShouldBe("4000");
        (await ThenAsync($"UPDATE edition SET series = 'ict-application' WHERE year = {last.Year}")).ShouldBeNull("Another index.");
        (await ThenAsync($"UPDATE edition SET series = 'digital-transformation' WHERE year = {last.Year}")).ShouldBe("4000");
        (await ThenAsync($"UPDATE agency SET successors = ARRAY['{last.Agency}'] WHERE code = 'another-agency'"))
            .ShouldBeNull("The figures of two can only be added up.");
        (await ThenAsync($"UPDATE assessment SET joined_into = '{last.Agency}', joined_at = now() WHERE {other}"))
            .ShouldBeNull("What was joined is a part of what there was.");
        (await ThenAsync("UPDATE agency SET successors = '{}' WHERE code = 'another-agency'")).ShouldBe("4000");
        (await ThenAsync($"DELETE FROM heard_figure WHERE {figure}; UPDATE assessment SET state = 'final' WHERE {own}")).ShouldBe("3000");

        // What the warning says the figure was.
        async Task<string?> ThenAsync(string change)
        {
            await TestApp.AskAsync<int>(app.Superuser, change);
            var saved = await saving.SavedAsync("files-received", $"{8000 + times}", times++);
            return saved["doubts"].ShouldNotBeNull().AsArray().Select(doubt => doubt.ShouldNotBeNull()["about"].ShouldNotBeNull())
                .Select(about => about.GetValue<string>().Split($";{last.Year}="))
                .Where(parts => parts.Length == 2).Select(parts => parts[1]).SingleOrDefault();
        }
    }

    /// <summary>Codes of agencies with their successors, "*" before those that took part the year before.</summary>
    [Theory]
    [InlineData("*own", true)]
    [InlineData("own", false)]
    [InlineData("own *old:own", true)]
    [InlineData("*own *old:own", false)]
    [InlineData("own *old:own *older:own", false)]
    [InlineData("own *old:own older:own", false)]
    [InlineData("own *old:own,other other", false)]
    [InlineData("own *old:own *split:own,other other", true)]
    [InlineData("own new:own *old:new", true)]
    [InlineData("own *old:own *ended:own", true, "ended")]
    [InlineData("*own *ended:own", true, "ended")]
    [InlineData("own *old:own", false, "old")]
    public async Task A_save_compares_with_whom_the_page_compares(string lineage, bool isCompared, string? ended = null)
    {
        var last = await OpenEdition.AddAsync(app);
        var edition = await OpenEdition.AddAsync(app);
        var (page, save) = await app.InTenantAsync("da-nang", async services =>
        {
            var db = services.GetRequiredService<DxIndexDb>();
            var group = await db.Set<EditionGroup>().Where(group => group.Year == edition.Year).Select(group => group.Code).FirstAsync();
            var agencies = lineage.Split(' ').Select(said => said.TrimStart('*').Split(':')).ToList();
            foreach (var said in agencies)
                db.Add(New(said[0], said is [_, var successors] ? [.. successors.Split(',').Select(Code)] : []));
            await db.SaveChangesAsync();
            foreach (var said in lineage.Split(' ').Where(said => said.StartsWith('*')).Select(said => said[1..].Split(':')[0]))
                db.Add(new Assessment(last.Year, Code(said), group, null, true, AssessmentState.Final));
            db.Add(new Assessment(edition.Year, Code("own"), group, null, true, AssessmentState.Entering));
            await db.SaveChangesAsync();
            foreach (var said in lineage.Split(' ').Where(said => said.StartsWith('*')).Select(said => said[1..].Split(':')[0]))
                db.Add(Declared(Code(said)));
            await db.SaveChangesAsync();
            var sheets = services.GetRequiredService<AssessmentSheets>();
            return (await sheets.FindAsync(edition.Year, Code("own"), CancellationToken.None),
                await sheets.FindLockedAsync(edition.Year, Code("own"), CancellationToken.None));

            Agency New(string code, IReadOnlyList<string> successors) => new Agency(
                Code(code), group, true, null, code == "new" ? new(last.Year + 1, 1, 1) : null,
                code == ended ? new(last.Year, 6, 30) : null, null, true).Named(new(code, code), successors);

            FigureEntry Declared(string code)
            {
                var entry = new FigureEntry(last.Year, code, "files-received");
                entry.Declare("1000", db.Set<Account>().Select(account => account.Id).First(), DateTimeOffset.UtcNow);
                return entry;
            }
        });

        var (shown, compared) = (page.ShouldNotBeNull().ComparedWith, save.ShouldNotBeNull().ComparedWith);
        (compared is not null).ShouldBe(isCompared);
        (shown is not null).ShouldBe(isCompared);
        if (isCompared)
            compared.ShouldNotBeNull().Values.ShouldBe(shown.ShouldNotBeNull().Values);

        string Code(string code) => $"{code}-{last.Year}";
    }
}
