using DaNangDxIndex.Editions;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Publications;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DaNangDxIndex.Publishing.Corrections;

/// <summary>Every version that was published of a year.</summary>
[ApiController, AllowAnonymous, PublicAnswer, Route("api/v1/editions/{year:int}/versions")]
public sealed class VersionsController(PublicEditions editions, PublishedEditions published, MissingResult missing) : ControllerBase
{
    /// <summary>Versions, newest first, with what each corrects and whom it moved; whether it is in force.</summary>
    /// <param name="year">The year that was assessed.</param>
    /// <param name="ct"></param>
    [HttpGet(Name = "listVersions")]
    [ProducesResponseType<VersionsAnswer>(StatusCodes.Status200OK, "application/json")]
    public async Task<IActionResult> List(int year, CancellationToken ct)
    {
        if ((await editions.ListAsync(ct)).FirstOrDefault(edition => edition.Year == year) is not { Version: { } newest } edition)
            return await missing.WithoutVersionAsync(year, null, ct);
        var withdrawn = await published.WithdrawnAsync(year, ct);
        var items = new List<VersionsAnswer.Item>();
        for (var number = newest; number >= 1; number--)
        {
            if (await published.OutlineAsync(year, number, ct) is { } version)
                items.Add(VersionsAnswer.Of(version, edition.StateOf(number), withdrawn.GetValueOrDefault(number)));
        }

        return Ok(new VersionsAnswer(items));
    }
}

/// <summary>The versions of a year, newest first; they are few, so the list is whole.</summary>
public sealed record VersionsAnswer(IReadOnlyList<VersionsAnswer.Item> Items)
{
    /// <param name="Number">From 1.</param>
    /// <param name="Digest">SHA-256 of the version's canonical text.</param>
    /// <param name="PublishedAt">In UTC.</param>
    /// <param name="State">inForce, superseded or withdrawn.</param>
    /// <param name="WithdrawnAt">Null unless it was withdrawn.</param>
    /// <param name="WithdrawalCause">In the words of the signatory.</param>
    /// <param name="Correction">What it corrects; null for one that corrects nothing.</param>
    public sealed record Item(
        int Number, string Digest, DateTimeOffset PublishedAt, VersionState State, DateTimeOffset? WithdrawnAt, string? WithdrawalCause,
        Corrected? Correction);

    /// <param name="Of">Number of the version it corrects.</param>
    /// <param name="Cause">In the words of the office.</param>
    /// <param name="FoundBy">agency, office, appraiser, inspection, or public.</param>
    /// <param name="Review">Number of the request for review that led to it; null where none did.</param>
    /// <param name="Changes">One sentence a change.</param>
    /// <param name="Moved">Every agency whose points, rank or tier is another one.</param>
    public sealed record Corrected(
        int Of, string Cause, Finder FoundBy, int? Review, IReadOnlyList<Sentence> Changes, IReadOnlyList<Moved> Moved);

    public sealed record Sentence(string Vi, string En);

    /// <param name="Before">Null where the agency had no result.</param>
    /// <param name="Criteria">Codes of the criteria that give it other points.</param>
    public sealed record Moved(string Agency, string Group, Result? Before, Result? After, IReadOnlyList<string> Criteria);

    /// <param name="Total">With the edition's decimals: "98.06".</param>
    /// <param name="Tier">Code of the tier.</param>
    public sealed record Result(string Total, int? Rank, string? Tier);

    internal static Item Of(VersionOutline version, VersionState state, Withdrawal? withdrawal) => new(
        version.Edition.Number,
        version.Digest,
        version.Edition.PublishedAt,
        state,
        withdrawal?.WithdrawnAt,
        withdrawal?.Cause,
        version.Edition.Correction is { } correction ? Of(version.Edition, correction) : null);

    private static Corrected Of(PublishedEdition edition, PublishedCorrection correction) => new(
        correction.Of, correction.Cause, correction.FoundBy, correction.Review,
        [.. correction.Changes.Select(change => InWords(edition, change)).Select(sentence => new Sentence(sentence.Vi, sentence.En))],
        [.. correction.Moved.Select(Of)]);

    internal static Moved Of(MovedResult moved) => new(moved.Agency, moved.Group, Of(moved.Before), Of(moved.After), moved.Criteria);

    internal static Bilingual InWords(PublishedEdition edition, ResultChange change) =>
        edition.GroupOf(change.Agency) is { } group ? CorrectionInWords.Of(group, change) : new(change.Agency, change.Agency);

    private static Result? Of(BriefResult? result) => result is null ? null : new(result.Total, result.Rank, result.Tier);
}
