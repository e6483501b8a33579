using DaNangDxIndex.Database;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Publishing.Corrections;

/// <summary>An agency asks for its published result to be reviewed.</summary>
[ApiController, Authorize(Policies.AgencyStaff), Route("api/v1/editions/{year:int}/agencies/{agency}/reviews")]
public sealed class AgencyReviewsController(DxIndexDb db, FileReview file, CurrentAccount account) : ControllerBase
{
    /// <param name="Criterion">Code of the criterion; null where it is about the whole result.</param>
    /// <param name="Sentence">What is wrong and on what ground, in 10 to 4000 characters.</param>
    public sealed record Input(string? Criterion, string? Sentence);

    /// <summary>The agency's requests for review of a year, in the order of their numbers.</summary>
    [HttpGet(Name = "listOwnReviews")]
    public async Task<ActionResult<ReviewsAnswer>> List(int year, string agency, CancellationToken ct) =>
        ReviewsAnswer.Of(await db.Set<ReviewRequest>().AsNoTracking()
            .Where(request => request.Year == year && request.Agency == agency).OrderBy(request => request.Number).ToListAsync(ct));

    /// <summary>Asks for a review, as the agency's approver and within the days after publication.</summary>
    [HttpPost(Name = "fileReview"), Consumes("application/json")]
    [ProducesResponseType<ReviewsAnswer.Item>(StatusCodes.Status201Created)]
    public async Task<ActionResult<ReviewsAnswer.Item>> File(int year, string agency, Input input, CancellationToken ct) =>
        await file.HandleAsync(new(year, agency, string.IsNullOrEmpty(input.Criterion) ? null : input.Criterion, input.Sentence),
            account.Actor, ct) is { } request
            ? StatusCode(StatusCodes.Status201Created, ReviewsAnswer.Of(request))
            : NotFound();
}
