using DaNangDxIndex.Database.Embedded;

namespace DaNangDxIndex.Backups;

/// <summary>
/// A backup that its own server could not take back is worse than none: pg_dump and pg_restore are of the server's major version, or it is
/// said what to install before anything is written.
/// </summary>
public sealed class PostgresToolsTests
{
    /// <summary>The oldest that there could be, for which every program of this machine is too new; and one that nobody has yet.</summary>
    [Theory]
    [InlineData("pg_dump", 10)]
    [InlineData("pg_restore", 10)]
    [InlineData("pg_dump", 99)]
    [InlineData("pg_restore", 99)]
    public void A_program_older_or_newer_than_the_server_is_not_taken(string program, int major)
    {
        var refused = Should.Throw<BackupRefusal>(() => PostgresTools.Find(program, major));

        refused.Code.ShouldBe("backup.no-program");
        refused.Sentence.En.ShouldContain($"No {program} of PostgreSQL {major}");
        refused.Sentence.En.ShouldContain($"(only {MajorHere(program)}");
        refused.Sentence.Vi.ShouldContain($"postgresql-client-{major}");
    }

    [Theory]
    [InlineData("pg_dump")]
    [InlineData("pg_restore")]
    public void One_of_the_servers_own_version_is_found(string program)
    {
        var major = MajorHere(program);

        PostgresFolders.MajorOf(PostgresTools.Find(program, major)).ShouldBe(major);
    }

    private static int MajorHere(string program) =>
        PostgresTools.Folders.Select(folder => PostgresFolders.MajorOf(Path.Combine(folder, program))).OfType<int>().Min();
}
