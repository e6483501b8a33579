using System.Globalization;
using System.Text;

namespace DaNangDxIndex.Evidence;

/// <summary>Names that files may bear. The name says nothing of the content: it is shown, and offered when the file is saved.</summary>
public static class FileNameRules
{
    /// <summary>In characters.</summary>
    public const int Longest = 150;

    private static readonly HashSet<string> Runs = new(StringComparer.OrdinalIgnoreCase)
    {
        "asp", "aspx", "bat", "cmd", "com", "dll", "docm", "exe", "hta", "htm", "html", "jar", "js", "jse", "jsp", "lnk", "msi", "php",
        "pif", "pptm", "ps1", "scr", "sh", "svg", "vbe", "vbs", "wsf", "xhtml", "xlsm",
    };

    private static readonly HashSet<string> Endings = new(
        [.. Enum.GetValues<FileType>().Select(type => type.Ending()), "jpeg", "jpe"], StringComparer.OrdinalIgnoreCase);

    /// <summary>The name without folders, in one form of writing.</summary>
    /// <exception cref="RuleViolation"><c>evidence.name-…</c>, <c>evidence.double-ending</c></exception>
    public static string Require(string sent)
    {
        var name = sent[(sent.LastIndexOfAny(['/', '\\']) + 1)..].Normalize(NormalizationForm.FormC).Trim();
        if (name.Length > Longest)
            throw FileRefusal.NameLong;
        if (name.Any(IsHidden))
            throw FileRefusal.NameForbidden;
        return name.Split('.').Skip(1).Any(ending => Runs.Contains(ending.Trim())) ? throw FileRefusal.DoubleEnding : name;
    }

    /// <summary>The name with the ending of the content: "ảnh.pdf" that is a picture is handed out as "ảnh.png".</summary>
    public static string WithEnding(string name, FileType type)
    {
        var dot = name.LastIndexOf('.');
        var bare = dot > 0 && Endings.Contains(name[(dot + 1)..]) ? name[..dot] : name;
        return $"{(bare.Trim('.', ' ') is { Length: > 0 } rest ? rest : "tai-lieu")}.{type.Ending()}";
    }

    /// <summary>Control characters, and those that turn the direction of what follows.</summary>
    private static bool IsHidden(char letter) => char.GetUnicodeCategory(letter) is UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate
        or UnicodeCategory.OtherNotAssigned;
}
