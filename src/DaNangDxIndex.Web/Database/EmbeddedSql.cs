namespace DaNangDxIndex.Database;

/// <summary>The SQL files of this folder, carried by the program itself.</summary>
public static class EmbeddedSql
{
    private const string Migrations = "Database/Migrations/";

    /// <summary>Names of the migrations, "0010_agency", in the order in which they run.</summary>
    public static IReadOnlyList<string> MigrationNames { get; } =
    [
        .. typeof(EmbeddedSql).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Migrations, StringComparison.Ordinal))
            .Select(name => Path.GetFileNameWithoutExtension(name[Migrations.Length..]))
            .Order(StringComparer.Ordinal),
    ];

    public static string Migration(string name) => Read($"{Migrations}{name}.sql");

    /// <summary>The roles, made by PostgreSQL's administrator.</summary>
    public static string Roles() => Read("Database/Roles.sql");

    private static string Read(string name)
    {
        using var stream = typeof(EmbeddedSql).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"There is no {name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
