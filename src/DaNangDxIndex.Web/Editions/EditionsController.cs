using DaNangDxIndex.Frame;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DaNangDxIndex.Editions;

/// <summary>The editions of a tenant.</summary>
[ApiController, AllowAnonymous, PublicAnswer, Route("api/v1/editions")]
public sealed class EditionsController(PublicEditions editions) : ControllerBase
{
    /// <summary>Years with stage and groups, newest first.</summary>
    [HttpGet(Name = "listEditions")]
    public async Task<EditionsAnswer> List(CancellationToken ct) =>
        new([.. (await editions.ListAsync(ct)).Select(edition => new EditionsAnswer.Edition(
            edition.Year,
            edition.Stage,
            edition.Version,
            edition.Withdrawn,
            edition.Provenance,
            edition.Illustrative,
            edition.EntryClosesAt,
            new EditionsAnswer.Index(edition.Series.Code, edition.Series.Name.Vi, edition.Series.Name.En),
            [.. edition.Groups.Select(group => new EditionsAnswer.Group(group.Code, group.Name.Vi, group.Name.En))]))]);
}

/// <summary>All editions that everybody may know of; they are few, so the list is whole.</summary>
public sealed record EditionsAnswer(IReadOnlyList<EditionsAnswer.Edition> Items)
{
    /// <param name="Year">The year that is assessed.</param>
    /// <param name="Stage">open, appraisal, explanation, review, final, published, or imported.</param>
    /// <param name="Version">Number of the newest publication; null while nothing is published.</param>
    /// <param name="Withdrawn">The newest publication was withdrawn, and nothing stands in its place yet.</param>
    /// <param name="Provenance">Where imported results come from ("press"); null for computed ones.</param>
    /// <param name="Illustrative">Some figures are made for demonstration.</param>
    /// <param name="EntryClosesAt">End of entry, exclusive.</param>
    /// <param name="Series">The index it belongs to; only editions of one series are compared.</param>
    /// <param name="Groups">In the order of the tabs.</param>
    public sealed record Edition(
        int Year,
        EditionStage Stage,
        int? Version,
        bool Withdrawn,
        string? Provenance,
        bool Illustrative,
        DateTimeOffset? EntryClosesAt,
        Index Series,
        IReadOnlyList<Group> Groups);

    /// <param name="Name">In Vietnamese.</param>
    /// <param name="NameEn">In English.</param>
    public sealed record Index(string Code, string Name, string NameEn);

    /// <param name="Code">As asked for in ?group=.</param>
    /// <param name="Name">In Vietnamese, the language of record.</param>
    /// <param name="NameEn">In English.</param>
    public sealed record Group(string Code, string Name, string NameEn);
}
