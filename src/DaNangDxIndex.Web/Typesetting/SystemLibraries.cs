using System.Runtime.InteropServices;

namespace DaNangDxIndex.Typesetting;

/// <summary>The system libraries that PDF files are made with. They are no NuGet packages, so a bare machine may lack them.</summary>
public static class SystemLibraries
{
    private static readonly (string File, string Package)[] Needed =
    [
        ("libcairo.so.2", "libcairo2"),
        ("libfontconfig.so.1", "libfontconfig1"),
        ("libgobject-2.0.so.0", "libglib2.0-0"),
        ("libpango-1.0.so.0", "libpango-1.0-0"),
        ("libpangoft2-1.0.so.0", "libpangoft2-1.0-0"),
        ("libpangocairo-1.0.so.0", "libpangocairo-1.0-0"),
    ];

    /// <inheritdoc cref="Require(Func{string, bool})"/>
    public static void Require() => Require(file => NativeLibrary.TryLoad(file, out _));

    /// <exception cref="PlatformNotSupportedException">Names the missing libraries and the command that installs them.</exception>
    public static void Require(Func<string, bool> loads)
    {
        var missing = Needed.Where(library => !loads(library.File)).ToList();
        if (missing.Count == 0)
            return;
        throw new PlatformNotSupportedException(
            $"PDF scorecards need {string.Join(", ", missing.Select(library => library.File))}. "
            + $"On Debian or Ubuntu: apt-get install -y {string.Join(' ', missing.Select(library => library.Package))}");
    }
}
