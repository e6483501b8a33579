using Microsoft.AspNetCore.Mvc;

namespace DaNangDxIndex.Frame;

/// <summary>
/// A page whose acts the rules can refuse. Its handlers let the refusal pass: one filter puts the sentence on the
/// page, answers 422 and asks the page to show itself again, with what stands now and with everything that was typed.
/// </summary>
public interface IShowsRefusals
{
    /// <summary>The field that the sentence belongs to; empty where it is about the whole form.</summary>
    string FieldOf(RuleViolation refused) => "";

    Task<IActionResult> ShowAgainAsync(RuleViolation refused, CancellationToken ct);
}
