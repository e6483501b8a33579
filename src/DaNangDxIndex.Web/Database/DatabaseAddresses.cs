namespace DaNangDxIndex.Database;

/// <summary>Connection strings: the application's, and the owner's where this process may migrate.</summary>
public sealed record DatabaseAddresses(string Application, string? Owner);
