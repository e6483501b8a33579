using DaNangDxIndex.Frame;
using Microsoft.AspNetCore.Mvc;

namespace DaNangDxIndex.Assessments;

/// <summary>To programs: somebody else has written the same sentence meanwhile; nothing was saved, and both are told.</summary>
internal static class OvertakenSentence
{
    /// <param name="version">Of theirs, to be sent as If-Match by whoever saves all the same.</param>
    public static ObjectResult Overtaken(this ControllerBase at, AssessmentWords words, string? yours, string theirs, int version) =>
        at.Refuse(
            StatusCodes.Status412PreconditionFailed, "figure.changed-meanwhile", words["ChangedMeanwhile"],
            new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["yours"] = yours,
                ["theirs"] = theirs,
                ["version"] = version,
            });
}
