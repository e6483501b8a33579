using DaNangDxIndex.Harness;
using Npgsql;

namespace DaNangDxIndex.Backups;

/// <summary>What is wrong with a backup is told after the restore, each thing by its own sentence, and the command ends with 1.</summary>
public sealed partial class RestoreTests
{
    [Fact]
    public async Task Files_that_the_backup_has_lost_or_that_were_changed_in_it_are_named_with_whose_they_are()
    {
        var copy = taken.Copy(withEvidence: true);
        var files = Path.Combine(Path.GetDirectoryName(copy) ?? "", "evidence");
        var (changed, lost) = (await NameAsync("da-nang"), await NameAsync("khanh-hoa"));
        await File.AppendAllTextAsync(Path.Combine(files, changed), "x");
        File.Delete(Path.Combine(files, lost));

        (await DifferencesAsync(copy, "The database is whole and may be served; the files above are lost")).ShouldBe(
        [
            $"da-nang: missing {Path.GetFileName(changed)}", $"evidence/{changed}: changed",
            $"evidence/{lost}: missing", $"khanh-hoa: missing {Path.GetFileName(lost)}",
        ], ignoreOrder: true);
    }

    [Fact]
    public async Task A_publication_and_an_entry_of_the_trail_that_were_changed_before_the_dump_are_named()
    {
        // Whoever may forge a row may also take away the constraint that would refuse it.
        const string Refuses = "publication_check";
        var held = await TestApp.AskAsync<string>(
            taken.App.Superuser, $"SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conname = '{Refuses}'");
        var publication = $"(year, number) = (2024, 1) AND tenant_id = {Of("da-nang")}";
        var entry = $"number = 1 AND tenant_id = {Of("khanh-hoa")}";
        string backup;
        try
        {
            await ForgeAsync(
                $"ALTER TABLE publication DROP CONSTRAINT {Refuses}",
                $"UPDATE publication SET canonical = canonical || ' ' WHERE {publication}",
                $"UPDATE audit_entry SET verb = verb || 'x' WHERE {entry}");
            backup = (await taken.TakeAsync(taken.BackupAddress, Path.Combine(_folder, "spoiled"))).Folder;
        }
        finally
        {
            await ForgeAsync(
                $"UPDATE publication SET canonical = rtrim(canonical) WHERE {publication}",
                $"UPDATE audit_entry SET verb = rtrim(verb, 'x') WHERE {entry}",
                $"ALTER TABLE publication ADD CONSTRAINT {Refuses} {held}");
        }

        (await DifferencesAsync(backup, "Do not serve from it")).ShouldBe(
        [
            "da-nang: Version 1 of the edition 2024 was changed: its content does not give its digest.",
            "khanh-hoa: Entry 1 was changed: its content does not give its hash.",
        ], ignoreOrder: true);
    }

    [Fact]
    public async Task A_trail_that_ends_elsewhere_than_the_manifest_says_is_told()
    {
        var copy = await ChangedAsync(manifest =>
        {
            manifest.Heads[manifest.Heads.Keys.First()] = $"1:{new string('0', 64)}";
            return manifest;
        });
        (await RestoreAsync(await EmptyAsync(), copy)).Faults.ShouldHaveSingleItem().ShouldStartWith("audit_head ");
    }

    private static string Of(string tenant) => $"(SELECT id FROM tenant WHERE slug = '{tenant}')";

    /// <summary>The tenant's only file, as it is named in the store.</summary>
    private async Task<string> NameAsync(string tenant) => (await TestApp.AskAsync<string>(taken.App.Superuser, $"""
        SELECT concat(replace(tenant_id::text, '-', ''), '/', left(digest, 2), '/', digest) FROM stored_file WHERE tenant_id = {Of(tenant)}
        """)).ShouldNotBeNull();

    /// <summary>As a superuser, past every trigger: one row each.</summary>
    private async Task ForgeAsync(params string[] changes)
    {
        await using var connection = new NpgsqlConnection(taken.App.Superuser);
        await connection.OpenAsync();
        foreach (var change in changes.Prepend("SET session_replication_role = replica"))
        {
            await using var forge = new NpgsqlCommand(change, connection);
            (await forge.ExecuteNonQueryAsync()).ShouldBe(change.StartsWith("UPDATE", StringComparison.Ordinal) ? 1 : -1, change);
        }
    }

    /// <summary>What the command says of the restored, which has to end with 1 and with whether it may be served.</summary>
    private async Task<IEnumerable<string>> DifferencesAsync(string folder, string verdict)
    {
        var owner = await EmptyAsync();
        var (code, told) = await ProgramVerb.RunAsync(new()
        {
            ["ConnectionStrings__Dx"] = new NpgsqlConnectionStringBuilder(owner) { Username = "dx_app" }.ConnectionString,
            ["ConnectionStrings__DxOwner"] = owner,
            ["DX_EVIDENCE"] = Path.Combine(_folder, "restored"),
        }, "restore", folder, "--lang", "en");
        code.ShouldBe(1, told);
        new[] { "Do not serve from it", "The database is whole", "Rows, digests and trail agree" }
            .Where(sentence => told.Contains(sentence, StringComparison.Ordinal)).ShouldHaveSingleItem(told);
        told.ShouldContain(verdict);
        const string Differs = "  differs: ";
        return told.Split('\n').Where(line => line.StartsWith(Differs, StringComparison.Ordinal)).Select(line => line[Differs.Length..]);
    }
}
