using DaNangDxIndex.Frame;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Scorecards;

/// <summary>What an agency hears of its own result, with the appraisers' sentences, and nobody else.</summary>
[ApiController, Authorize(Policies.AgencyStaff)]
[Route("api/v1/editions/{year:int}/agencies/{agency}/assessment/result")]
public sealed class OwnResultController(OwnResults results, IStringLocalizer<AgencyTexts> texts) : ControllerBase
{
    /// <summary>
    /// Criterion by criterion declared and appraised points, reason and sentence, corrected figures; once the agency's round is closed.
    /// </summary>
    [HttpGet(Name = "getOwnResult")]
    public async Task<ActionResult<OwnResultAnswer>> Get(int year, string agency, CancellationToken ct) =>
        await results.FindAsync(year, agency, ct) is { } result
            ? OwnResultAnswer.Of(result)
            : this.Refuse(StatusCodes.Status404NotFound, "result.not-heard", texts["Heard.NotYet"]);
}
