using DaNangDxIndex.Database;
using DaNangDxIndex.Publishing;
using DaNangDxIndex.Ranking;
using DaNangDxIndex.Scorecards;
using DaNangDxIndex.Tenancy;
using DaNangDxIndex.Wordprocessing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Documents;

/// <summary>All documents of one version, in preparation or published: annexes, drafts, and what goes out with them.</summary>
[Authorize(Policies.Publishing)]
public sealed class IndexModel(DxIndexDb db, DocumentedVersions versions) : DocumentsPage(versions)
{
    /// <summary>The version that a correction in preparation would become; null for none.</summary>
    public int? Prepared { get; private set; }

    /// <summary>Kinds for which the tenant has a template of its own.</summary>
    public IReadOnlySet<TemplateKind> Own { get; private set; } = new HashSet<TemplateKind>();

    /// <summary>What was published under a decision is not announced by a notice.</summary>
    public IEnumerable<TemplateKind> Kinds => Enum.GetValues<TemplateKind>().Where(kind =>
        kind == TemplateKind.Submission || Documented.Edition.Document is not { Kind.Vi: var announced }
        || announced == (kind == TemplateKind.Decision ? DocumentKind.Decision : DocumentKind.Notice).Name().Vi);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct))
            return NotFound();
        Own = (await db.Set<DocumentTemplate>().Select(template => template.Kind).ToListAsync(ct)).ToHashSet();
        if (Documented is { Draft: false, Newest: { } newest } && await Versions.FindAsync(Year, newest + 1, ct) is not null)
            Prepared = newest + 1;
        return Page();
    }

    /// <summary>The ranked tables as annexes; of a draft nobody else has them.</summary>
    /// <param name="form">"docx" to go on writing in, anything else as PDF.</param>
    public async Task<IActionResult> OnGetAnnexesAsync(
        [FromServices] StandingsPdf pdf, [FromServices] PublicAddress address, string? form, CancellationToken ct)
    {
        if (!await FindAsync(ct))
            return NotFound();
        var (language, version) = (Addresses.Language, Documented.Version);
        var tables = new AnnexedTables(version, language, group => StandingsPdfController.AddressOf(address, version, group, language))
        {
            Draft = Documented.Draft,
        };
        return form == "docx"
            ? File(StandingsDocx.Write(tables), OfficialDocx.ContentType, Named("phu-luc", "docx"))
            : File(pdf.Write(tables), "application/pdf", Named("phu-luc", "pdf"));
    }

    public async Task<IActionResult> OnGetDraftAsync([FromServices] DraftDocument drafts, TemplateKind? kind, CancellationToken ct) =>
        kind is { } asked && await FindAsync(ct) && Kinds.Contains(asked)
            ? File(await drafts.WriteAsync(Documented, asked, ct), OfficialDocx.ContentType, Named(FileNameOf(asked), "docx"))
            : NotFound();

    /// <summary>All scorecards of a group in one file. Those of a draft have no code to be checked by, so there are none.</summary>
    public async Task<IActionResult> OnGetScorecardsAsync([FromServices] ScorecardsZip zip, string? group, CancellationToken ct) =>
        await FindAsync(ct) && !Documented.Draft && Documented.Edition.Group(group ?? "") is { } found
            ? new ScorecardsZipAnswer(
                Named($"phieu-ket-qua-{found.Code}", "zip"),
                await zip.CardsAsync(Documented.Version, found, Addresses.Language, ct))
            : NotFound();

    private string Named(string name, string form) => $"{name}-{Year}-{Number}{(Documented.Draft ? "-du-thao" : "")}.{form}";

    private static string FileNameOf(TemplateKind kind) => kind switch
    {
        TemplateKind.Decision => "quyet-dinh",
        TemplateKind.Notice => "thong-bao",
        TemplateKind.Submission => "to-trinh",
    };
}
