namespace DaNangDxIndex.Database;

/// <summary>
/// Under which role the queries of this scope run: the application's own; or, for public answers that nobody signed in asks for, a role
/// that may read what is public and nothing else (0490_reader). Told with the tenant, whenever a connection is opened.
/// </summary>
public sealed class AskingRole
{
    public const string Reader = "dx_reader";

    /// <summary>PostgreSQL's word for the role that signed in.</summary>
    private const string Own = "none";

    public string Name { get; private set; } = Own;

    /// <summary>Whether a connection of this scope was told one already.</summary>
    public bool IsTold { get; private set; }

    public void BecomeReader() => Name = Reader;

    public string Tell()
    {
        IsTold = true;
        return Name;
    }
}
