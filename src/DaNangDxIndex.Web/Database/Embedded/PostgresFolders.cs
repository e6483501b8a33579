using System.ComponentModel;
using System.Globalization;

namespace DaNangDxIndex.Database.Embedded;

/// <summary>Where this machine keeps the programs of PostgreSQL.</summary>
internal static class PostgresFolders
{
    /// <summary>The one that DX_POSTGRES names; null for none.</summary>
    public static string? Named => Environment.GetEnvironmentVariable("DX_POSTGRES") is { Length: > 0 } named ? named : null;

    /// <summary>Those of the distribution, newest first, then those of the search path.</summary>
    public static IEnumerable<string> OfTheMachine()
    {
        const string Debian = "/usr/lib/postgresql";
        var debian = Directory.Exists(Debian)
            ? Directory.EnumerateDirectories(Debian).OrderDescending(StringComparer.Ordinal).Select(version => Path.Combine(version, "bin"))
            : [];
        return debian.Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>
    /// The major version that the program tells; null where it is not there or does not run, such as a link to a version that was removed.
    /// </summary>
    public static int? MajorOf(string program)
    {
        if (!File.Exists(program))
            return null;
        try
        {
            var words = Subprocess.Run(program, ["--version"]).Output.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var version = words.FirstOrDefault(word => char.IsAsciiDigit(word[0])) ?? "";
            return int.TryParse(
                new string([.. version.TakeWhile(char.IsAsciiDigit)]), NumberStyles.None, CultureInfo.InvariantCulture, out var major)
                ? major
                : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
