namespace DaNangDxIndex.Database;

/// <summary>
/// Connection strings: the application's, the owner's where this process may migrate, and that of the role which sees every row and
/// changes none, where backups are taken.
/// </summary>
public sealed record DatabaseAddresses(string Application, string? Owner, string? Backup = null);
