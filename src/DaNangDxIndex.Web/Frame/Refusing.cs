using FluentValidation.Results;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Frame;

/// <summary>How an address of the API refuses what its controller looks at itself; the rules' own refusals come by themselves.</summary>
internal static class Refusing
{
    /// <summary>
    /// The first thing that a command's rules found, in the words that the feature has for its code ("Error.ReasonMissing"), as on the
    /// page; null where they found nothing.
    /// </summary>
    public static ObjectResult? Refusal(this ControllerBase controller, ValidationResult found, string kind, IStringLocalizer texts) =>
        found is { Errors: [var fault, ..] } ? controller.RefuseForm(kind, texts["Error." + fault.ErrorCode]) : null;

    /// <summary>The input has the wrong form, and nothing was done.</summary>
    public static ObjectResult RefuseForm(this ControllerBase controller, string kind, string sentence) =>
        controller.Refuse(StatusCodes.Status422UnprocessableEntity, kind, sentence);

    /// <param name="kind">Of problem; it has a page of its own.</param>
    /// <param name="sentence">In the reader's language: what is wrong, and what to do.</param>
    /// <param name="facts">For programs.</param>
    public static ObjectResult Refuse(
        this ControllerBase controller, int status, string kind, string sentence, IDictionary<string, object?>? facts = null) =>
        controller.Problem(sentence, statusCode: status, type: $"/problems/{kind}", extensions: facts);
}
