using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DaNangDxIndex.Editions;

/// <summary>The stage of an edition.</summary>
[ApiController, Authorize(Policies.Office), Route("api/v1/editions/{year:int}/stage")]
public sealed class StageController(MoveEditionOn move, CurrentAccount account) : ControllerBase
{
    /// <param name="From">The stage that the sender believes it at, so that nothing is moved on twice.</param>
    public sealed record Input(EditionStage From);

    /// <param name="Stage">Where the edition stands now.</param>
    public sealed record Moved(int Year, EditionStage Stage);

    /// <summary>Moves the edition on to its next stage; refused with what still lacks.</summary>
    /// <param name="year">The year that is assessed.</param>
    /// <param name="input">Where it stands now.</param>
    /// <param name="ct"></param>
    [HttpPost(Name = "moveEditionOn"), Consumes("application/json")]
    public async Task<ActionResult<Moved>> MoveOn(int year, Input input, CancellationToken ct) =>
        await move.HandleAsync(new(year, input.From), account.Actor, ct) is { } stage ? new Moved(year, stage) : NotFound();
}
