namespace DaNangDxIndex.Database;

/// <summary>
/// Connection strings: the application's, the owner's where this process may migrate, and that of the role which sees every row and
/// changes none, where backups are taken. An empty one, as of a secret that nobody filled in, is none.
/// </summary>
public sealed record DatabaseAddresses(string Application, string? Owner, string? Backup = null)
{
    public string? Owner { get; init; } = Filled(Owner);

    public string? Backup { get; init; } = Filled(Backup);

    private static string? Filled(string? connection) => string.IsNullOrWhiteSpace(connection) ? null : connection;
}
