using DaNangDxIndex.Database;
using DaNangDxIndex.Editions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Publishing.Corrections;

/// <summary>Requests for review of a year, and their answers.</summary>
[ApiController, Authorize(Policies.Publishing), Route("api/v1/editions/{year:int}/reviews")]
public sealed class ReviewsController(DxIndexDb db, FileReview file, PublicEditions editions, CurrentAccount account) : ControllerBase
{
    /// <param name="Outcome">upheld or rejected.</param>
    /// <param name="Answer">To the agency, in 10 to 4000 characters.</param>
    public sealed record Input(ReviewOutcome? Outcome, string? Answer);

    /// <summary>All requests for review of a year, in the order of their numbers.</summary>
    [HttpGet(Name = "listReviews")]
    [ProducesResponseType<ReviewsAnswer>(StatusCodes.Status200OK)]
    public async Task<ActionResult<ReviewsAnswer>> List(int year, CancellationToken ct) =>
        (await editions.ListAsync(ct)).Any(edition => edition.Year == year && edition.Version is not null)
            ? ReviewsAnswer.Of(await db.Set<ReviewRequest>().AsNoTracking().Where(request => request.Year == year)
                .OrderBy(request => request.Number).ToListAsync(ct))
            : NotFound();

    /// <summary>Answers a request for review, once and for good; one that is upheld leads to a correction.</summary>
    [HttpPut("{number:int}/answer", Name = "answerReview"), Authorize(Policies.Office), Consumes("application/json")]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    public async Task<ActionResult> Answer(int year, int number, Input input, CancellationToken ct) =>
        await file.AnswerAsync(new(year, number, input.Outcome, input.Answer), account.Actor, ct) ? NoContent() : NotFound();
}
