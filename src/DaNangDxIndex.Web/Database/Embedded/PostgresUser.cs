namespace DaNangDxIndex.Database.Embedded;

/// <summary>
/// Whom PostgreSQL runs as. It refuses to run as root, so root drops to "postgres", or to "nobody" where there is none;
/// where that user may not walk down to the data (a home closed with 0700), it is lent the one right to pass.
/// </summary>
internal sealed class PostgresUser
{
    private readonly string[] _drop;

    private string Name => _drop is [var user, ..] ? user.Split('=')[1] : Environment.UserName;

    private PostgresUser(string[] drop) => _drop = drop;

    public static PostgresUser For(string dataFolder, PostgresBinaries binaries)
    {
        if (!Environment.IsPrivilegedProcess)
            return new([]);
        var (name, group) = Unprivileged();
        string[] plain = [$"--reuid={name}", $"--regid={group}", "--clear-groups"];
        string[] lent = [.. plain, "--inh-caps=+dac_read_search", "--ambient-caps=+dac_read_search"];
        return new(CanPass(plain, dataFolder) && CanPass(plain, binaries.Folder) ? plain : lent);
    }

    /// <summary>PostgreSQL works only on data of its own user: whose they are counts, not whose a link is that leads to them.</summary>
    public void MustOwn(string data)
    {
        var owner = Subprocess.Run("stat", ["-L", "-c", "%U", data]).Output.Trim();
        if (owner != Name)
            throw new CannotStart(
                $"{data} belongs to {owner}, and PostgreSQL would run as {Name}. Start as {owner}, "
                    + $"or give it over: chown -R {Name} {data}");
    }

    /// <summary>Makes a folder that belongs to this user alone.</summary>
    public void MakeFolder(string path)
    {
        if (_drop is [var user, var group, ..])
            Subprocess.MustRun("install", ["-d", "-m", "700", "-o", user.Split('=')[1], "-g", group.Split('=')[1], path]);
        else
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    public void MustRun(string program, IEnumerable<string> arguments)
    {
        if (_drop.Length == 0)
            Subprocess.MustRun(program, arguments);
        else
            Subprocess.MustRun("setpriv", [.. _drop, "--", program, .. arguments]);
    }

    /// <summary>The command of a server: in its own session, so that Ctrl+C at the terminal asks only us, and ended when we die.</summary>
    public IEnumerable<string> ServerCommand(string program, IEnumerable<string> arguments) =>
        ["setsid", "setpriv", .. _drop, "--pdeathsig", "INT", "--", program, .. arguments];

    private static bool CanPass(string[] drop, string folder) =>
        Subprocess.Run("setpriv", [.. drop, "--", "test", "-x", folder]).ExitCode == 0;

    private static (string Name, string Group) Unprivileged()
    {
        var users = File.ReadLines("/etc/passwd").Select(line => line.Split(':')).Where(fields => fields.Length > 3).ToList();
        var user = users.Find(fields => fields[0] == "postgres") ?? users.Find(fields => fields[0] == "nobody")
            ?? throw new CannotStart("PostgreSQL does not run as root, and there is neither a user postgres nor nobody.");
        return (user[0], user[3]);
    }
}
