using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Assessments;

/// <summary>
/// One figure of a form that came back as a file, beside what stood in it when the file was made and what is stored now. Values are
/// invariant text; null is blank.
/// </summary>
/// <param name="AtTemplate">What the file was given out with.</param>
/// <param name="Now">What is stored.</param>
/// <param name="Version">Of what is stored; 0 where nothing ever was.</param>
/// <param name="InFile">What the file says.</param>
public sealed record FigureInFile(Figure Figure, string? AtTemplate, string? Now, int Version, string? InFile)
{
    /// <summary>What applying the file does with this figure.</summary>
    public Outcome Does => Same(InFile, Now) ? Outcome.Nothing
        : Same(AtTemplate, Now) ? Outcome.Change
        : Same(InFile, AtTemplate) ? Outcome.MovedMeanwhile
        : Outcome.Clash;

    private static bool Same(string? text, string? other) => string.Equals(text, other, StringComparison.Ordinal);

    public enum Outcome
    {
        /// <summary>The file says what is stored.</summary>
        Nothing,

        /// <summary>Nobody has touched the figure since the file was made: the file's value goes in.</summary>
        Change,

        /// <summary>Somebody has changed it since, and the file has not: what is stored stays.</summary>
        MovedMeanwhile,

        /// <summary>Both have changed it: what is stored stays unless a person chooses the file's value.</summary>
        Clash,
    }
}
