using Microsoft.AspNetCore.Mvc;

namespace DaNangDxIndex.Frame;

/// <summary>How an address of the API refuses what its controller looks at itself; the rules' own refusals come by themselves.</summary>
internal static class Refusing
{
    /// <param name="kind">Of problem; it has a page of its own.</param>
    /// <param name="sentence">In the reader's language: what is wrong, and what to do.</param>
    /// <param name="facts">For programs.</param>
    public static ObjectResult Refuse(
        this ControllerBase controller, int status, string kind, string sentence, IDictionary<string, object?>? facts = null) =>
        controller.Problem(sentence, statusCode: status, type: $"/problems/{kind}", extensions: facts);
}
