using DaNangDxIndex.Harness;

namespace DaNangDxIndex.Backups;

[Collection("the role of backups")]
public sealed class BackupTests(TakenBackup taken) : IClassFixture<TakenBackup>
{
    [Fact]
    public void A_backup_counts_the_rows_of_every_tenant_and_names_the_heads_of_their_trails()
    {
        taken.Outcome.Manifest.Tenants.ShouldBe(2);
        taken.Outcome.Manifest.Heads.Count.ShouldBe(2);
        taken.Outcome.Manifest.Rows["agency"].Values.ShouldAllBe(count => count > 10);
        (taken.Outcome.Files, taken.Outcome.Copied, taken.Outcome.Manifest.Missing.Count).ShouldBe((2, 2, 0));
    }

    [Fact]
    public async Task The_database_is_told_when_it_was_taken()
    {
        taken.Outcome.Untold.ShouldBeNull();
        // PostgreSQL keeps microseconds.
        (await taken.Last.TakenAtAsync(CancellationToken.None)).ShouldNotBeNull()
            .ShouldBe(taken.Outcome.Manifest.TakenAt, TimeSpan.FromMilliseconds(1));
    }

    [Fact]
    public async Task It_is_taken_only_by_a_role_that_sees_every_row_and_changes_none()
    {
        foreach (var (address, wrong) in new[]
        {
            (taken.App.Application, "does not see all rows"), (taken.App.Owner, "may change rows"),
            (taken.App.Superuser, "is a superuser"),
        })
        {
            (await Should.ThrowAsync<BackupRefusal>(() => taken.TakeAsync(address))).Sentence.En.ShouldContain(wrong);
        }
    }

    [Fact]
    public async Task The_role_of_backups_sees_every_tenant_and_can_change_nothing_even_where_it_says_it_may()
    {
        (await TestApp.ListAsync(taken.BackupAddress, "SELECT DISTINCT tenant_id FROM account")).Count.ShouldBe(2);
        (await Should.ThrowAsync<Npgsql.PostgresException>(() => TestApp.AskAsync<int>(
            taken.BackupAddress, "BEGIN READ WRITE; DELETE FROM data_protection_key"))).SqlState.ShouldBe("42501");
    }

    [Fact]
    public async Task A_second_one_copies_what_came_since_mends_a_damaged_copy_and_tells_what_the_store_has_lost()
    {
        var copies = Directory.GetFiles(Path.Combine(taken.Root, "evidence"), "*", SearchOption.AllDirectories);
        await File.WriteAllTextAsync(copies[0], "damaged");
        await Task.Delay(TimeSpan.FromSeconds(1));
        var second = await taken.TakeAsync(taken.BackupAddress);
        (second.Files, second.Copied).ShouldBe((2, 1));
        (await BackupManifest.DigestAsync(copies[0], CancellationToken.None)).ShouldBe(Path.GetFileName(copies[0]));

        File.Delete(copies[1]);
        File.Delete(Path.Combine(taken.Store, Path.GetRelativePath(Path.Combine(taken.Root, "evidence"), copies[1])));
        await Task.Delay(TimeSpan.FromSeconds(1));
        var third = await taken.TakeAsync(taken.BackupAddress);
        third.Manifest.Missing.ShouldHaveSingleItem().ShouldEndWith(Path.GetFileName(copies[1]));
        third.Files.ShouldBe(1);
    }
}
