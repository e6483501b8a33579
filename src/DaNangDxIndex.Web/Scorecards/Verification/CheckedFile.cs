using DaNangDxIndex.Publications;
using DaNangDxIndex.Publishing;
using DaNangDxIndex.Text;

namespace DaNangDxIndex.Scorecards.Verification;

/// <summary>A file that was handed in, beside the publication that it says it is of.</summary>
/// <param name="Differences">Everything in which the two differ; pages show the first of them.</param>
public sealed record CheckedFile(PublishedVersion Version, IReadOnlyList<Difference> Differences)
{
    public const int Shown = 100;

    private const int LongestShown = 300;

    /// <summary>What is printed; null for a bundle.</summary>
    public PrintedPaper? Paper { get; init; }

    /// <summary>The file is, byte for byte, the one that the site hands out.</summary>
    public bool SameBytes { get; init; }

    public PaperState State { get; init; }

    public int? SupersededBy { get; init; }

    /// <summary>As much of what a stranger's file says as a page shows.</summary>
    public static string Short(string said) => ShortText.Of(said, LongestShown);
}

/// <param name="Group">Code of the group.</param>
/// <param name="Agency">Whose scorecard it is; null for a ranked table.</param>
/// <param name="Added">Something was added behind the file's end, and not read.</param>
public sealed record PrintedPaper(string Group, string? Agency, string? Code, bool Added);
