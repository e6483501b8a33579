using DaNangDxIndex.Agencies;
using DaNangDxIndex.Database;
using DaNangDxIndex.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DaNangDxIndex.Audit;

/// <summary>An act happens as a whole, with its entry in the trail, or not at all.</summary>
public sealed class ActsTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task What_is_kept_stands_with_its_entry()
    {
        await DoAsync(async (db, act) =>
        {
            db.Add(Agency("kept"));
            await act.KeepAsync("test.act", "tests/kept", null, new { code = "kept" }, CancellationToken.None);
        });

        (await StandsAsync("kept")).ShouldBe((true, 1));
    }

    [Fact]
    public async Task What_is_not_kept_has_not_happened_in_the_database_or_in_memory()
    {
        await DoAsync(async (db, act) =>
        {
            db.Add(Agency("dropped"));
            act.Tell("test.act", "tests/dropped", null, null);
            await db.SaveChangesAsync();
            db.Add(Agency("dropped-too"));
        });

        (await StandsAsync("dropped")).ShouldBe((false, 0));
        (await StandsAsync("dropped-too")).ShouldBe((false, 0));
    }

    [Fact]
    public async Task Of_two_who_make_the_same_thing_the_second_reads_that_it_changed_meanwhile()
    {
        await DoAsync((db, act) => KeepAsync(db, act));
        var refused = await Should.ThrowAsync<ChangedMeanwhile>(() => DoAsync((db, act) => KeepAsync(db, act)));

        refused.Sentence.Vi.ShouldStartWith("Nội dung vừa được cập nhật, do người khác");
        (await StandsAsync("twice")).ShouldBe((true, 1));

        static async Task KeepAsync(DxIndexDb db, Act act)
        {
            db.Add(Agency("twice"));
            await act.KeepAsync("test.act", "tests/twice", null, null, CancellationToken.None);
        }
    }

    /// <summary>In one scope, as a request; whatever the act leaves behind is saved afterwards, so that it would be seen.</summary>
    private Task DoAsync(Func<DxIndexDb, Act, Task> act) => app.InTenantAsync("da-nang", async services =>
    {
        var db = services.GetRequiredService<DxIndexDb>();
        await using (var begun = await services.GetRequiredService<Acts>().BeginAsync(CancellationToken.None))
            await act(db, begun);
        return await db.SaveChangesAsync();
    });

    private async Task<(bool There, int Entries)> StandsAsync(string code) => (
        await app.InDatabaseAsync("da-nang", db => db.Set<Agency>().AnyAsync(agency => agency.Code == code)),
        await app.InDatabaseAsync("da-nang", db => db.Set<AuditEntry>().CountAsync(entry => entry.Subject == $"tests/{code}")));

    private static Agency Agency(string code) =>
        new Agency(code, "departments", true, null, null, null, null, false).Named(new(code, code), []);
}
