using DaNangDxIndex.Editions;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Publications;
using DaNangDxIndex.Publishing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace DaNangDxIndex.Amendments;

/// <summary>What was changed in an edition after it had opened.</summary>
[ApiController, AllowAnonymous, PublicAnswer, Route("api/v1/editions/{year:int}/amendments")]
public sealed class AmendmentsController(PublicEditions editions, PublicAmendments amendments) : ControllerBase
{
    /// <summary>In the order in which they were made. Whose points moved is told by agency once the results are published.</summary>
    [HttpGet(Name = "listAmendments")]
    public async Task<Results<Ok<AmendmentsAnswer>, NotFound>> List(int year, CancellationToken ct) =>
        (await editions.ListAsync(ct)).FirstOrDefault(edition => edition.Year == year) is { } edition
            ? TypedResults.Ok(AmendmentsAnswer.Of(await amendments.OfAsync(year, ct), edition.Version is not null))
            : TypedResults.NotFound();
}

/// <summary>They are few, so the list is whole.</summary>
public sealed record AmendmentsAnswer(IReadOnlyList<AmendmentsAnswer.Item> Items)
{
    internal static AmendmentsAnswer Of(IReadOnlyList<PublishedAmendment> amendments, bool published) =>
        new([.. amendments.Select(amendment => new Item(
        amendment.Number,
        amendment.Group,
        amendment.SignedAt,
        amendment.Document is { } document ? new(document.Kind.Vi, document.Kind.En, document.Number, document.Date) : null,
        amendment.Reason,
        [.. amendment.Changes.Select(change => change.Vi)],
        [.. amendment.Changes.Select(change => change.En)],
        amendment.Moved.Count,
        published ? [.. amendment.Moved.Select(moved => new Movement(
            moved.Agency, moved.Name.Vi, moved.Name.En, moved.Before, moved.After, moved.RankBefore, moved.RankAfter))] : null))]);

    /// <param name="Group">Code of the group whose criteria changed; null where the calendar did.</param>
    /// <param name="Document">Null in a sample.</param>
    /// <param name="Changes">One sentence a change, in Vietnamese.</param>
    /// <param name="ChangesEn">In English.</param>
    /// <param name="MovedAgencies">Agencies whose total or rank became another one, by what was there when it was signed.</param>
    /// <param name="Moved">Which ones; null until the results are published.</param>
    public sealed record Item(
        int Number, string? Group, DateTimeOffset SignedAt, Paper? Document, string Reason, IReadOnlyList<string> Changes,
            IReadOnlyList<string> ChangesEn,
        int MovedAgencies, IReadOnlyList<Movement>? Moved);

    public sealed record Paper(string Kind, string KindEn, string Number, DateOnly Date);

    /// <param name="Before">Totals as decimal strings.</param>
    public sealed record Movement(string Agency, string Name, string NameEn, string Before, string After, int? RankBefore, int? RankAfter);
}
