using DaNangDxIndex.Frame;
using Microsoft.AspNetCore.Mvc;

namespace DaNangDxIndex.Assessments;

/// <summary>
/// How a program is answered that saves one thing of an agency's, a figure or a sentence: it names the version that it read, and is told
/// the one that stands now.
/// </summary>
internal static class SavedByProgram
{
    public static ObjectResult VersionRequired(this ControllerBase at, AssessmentWords words) =>
        at.Refuse(StatusCodes.Status428PreconditionRequired, "figure.version-required", words["VersionRequired"]);

    /// <summary>The same sentence was written meanwhile; nothing was saved, and both are told.</summary>
    /// <param name="theirs">Its version is to be sent as If-Match by whoever saves all the same.</param>
    public static ObjectResult Overtaken(this ControllerBase at, AssessmentWords words, string? yours, StandingSentence theirs) =>
        at.Refuse(
            StatusCodes.Status412PreconditionFailed, "figure.changed-meanwhile", words["SentenceChangedMeanwhile"],
            new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["yours"] = yours,
                ["theirs"] = theirs.Sentence,
                ["version"] = theirs.Version,
            });

    public static ActionResult<SavedFigure> Saved(this ControllerBase at, SavedFigure saved)
    {
        at.Response.Headers.ETag = $"\"{saved.Version}\"";
        return saved;
    }
}
