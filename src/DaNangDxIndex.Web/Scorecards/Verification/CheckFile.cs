using System.Text.Json;
using System.Threading.RateLimiting;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Publications;
using DaNangDxIndex.Publishing;
using DaNangDxIndex.Publishing.OnPaper;
using DaNangDxIndex.Tenancy;

namespace DaNangDxIndex.Scorecards.Verification;

/// <summary>
/// Compares a file that anybody hands in with what was published. Nothing of it is computed: a bundle is held against the bundle of the
/// site, a PDF against the frozen version, so that a stranger's file costs no more than reading it.
/// </summary>
public sealed class CheckFile(
    PublishedEditions published, PrintedCopies copies, Tenants tenants, CurrentTenant current, CheckTurns turns)
{
    public const int LargestFile = 8 << 20;
    private const long MostUnpacked = 32 << 20;

    /// <exception cref="RuleViolation">Codes that begin with <c>check-file.</c>: the file cannot be compared with anything.</exception>
    /// <exception cref="TooManyAtOnce"/>
    public async Task<CheckedFile> HandleAsync(IFormFile? file, CancellationToken ct)
    {
        var bytes = await ContentAsync(file, ct);
        using var turn = await turns.TakeAsync(ct);
        try
        {
            var found = PaperPdf.Is(bytes) ? await PaperAsync(bytes, ct)
                : bytes.AsSpan().StartsWith("PK"u8) ? await BundleAsync(bytes, ct)
                : throw FileRefusal.OtherContent;
            return await WithStateAsync(found, ct);
        }
        catch (PaperFault fault)
        {
            throw FileRefusal.Unreadable(fault.Sentence);
        }
        catch (BundleFault fault)
        {
            throw FileRefusal.Unreadable(fault.Sentence);
        }
    }

    private async Task<CheckedFile> PaperAsync(byte[] bytes, CancellationToken ct)
    {
        var paper = PaperPdf.Read(bytes);
        var said = paper.Identity;
        var version = await VersionAsync(said.Tenant, said.Edition, said.Number, ct);
        var (code, own) = await copies.FindAsync(version, said, ct);
        return new(version, PaperCheck.Of(paper, version.Edition, version.Digest, code))
        {
            Paper = new(said.Group, said.Agency, code, paper.Added),
            SameBytes = own is not null && bytes.AsSpan().SequenceEqual(own),
        };
    }

    private async Task<CheckedFile> BundleAsync(byte[] bytes, CancellationToken ct)
    {
        var files = BundleZip.Read(new MemoryStream(bytes, writable: false), MostUnpacked);
        var publication = files.FirstOrDefault(file => file.Path == Bundle.PublicationPath) ?? throw FileRefusal.OtherContent;
        var (tenant, year, number) = Named(publication);
        var version = await VersionAsync(tenant, year, number, ct);
        var own = await published.BundleAsync(year, number, ct) ?? throw FileRefusal.NoPublication(tenant, year, number);
        var differences = bytes.AsSpan().SequenceEqual(own.Zip)
            ? []
            : BundleCheck.Against(files, BundleZip.Read(new MemoryStream(own.Zip, writable: false)));
        return new(version, differences) { SameBytes = bytes.AsSpan().SequenceEqual(own.Zip) };
    }

    private async Task<PublishedVersion> VersionAsync(string tenant, int year, int number, CancellationToken ct)
    {
        if (tenant != current.Required.Slug)
            throw await tenants.FindAsync(tenant, ct) is { } other
                ? FileRefusal.OtherTenant(other.Name)
                : FileRefusal.NoPublication(tenant, year, number);
        return await published.FindAsync(year, number, ct) ?? throw FileRefusal.NoPublication(tenant, year, number);
    }

    private async Task<CheckedFile> WithStateAsync(CheckedFile found, CancellationToken ct)
    {
        var edition = found.Version.Edition;
        var newest = await published.NewestNumberAsync(edition.Year, ct);
        var newer = newest > edition.Number ? newest : null;
        var withdrawn = (await published.WithdrawnAsync(edition.Year, ct)).GetValueOrDefault(edition.Number);
        return found with { State = PaperStates.Of(edition, newer, withdrawn), SupersededBy = newer };
    }

    private static async Task<byte[]> ContentAsync(IFormFile? file, CancellationToken ct)
    {
        if (file is null)
            throw FileRefusal.Missing;
        if (file.Length == 0)
            throw FileRefusal.Empty;
        if (file.Length > LargestFile)
            throw FileRefusal.TooLarge;
        using var content = new MemoryStream((int)file.Length);
        await file.CopyToAsync(content, ct);
        return content.ToArray();
    }

    private static (string Tenant, int Year, int Number) Named(BundleFile publication)
    {
        try
        {
            using var json = JsonDocument.Parse(publication.Bytes);
            var root = json.RootElement;
            return (
                root.GetProperty("tenant").GetProperty("slug").GetString() ?? "", root.GetProperty("edition").GetInt32(),
                root.GetProperty("number").GetInt32());
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw FileRefusal.Unreadable(new(
                "Tệp publication.json trong gói không phải là một bản công bố.", "publication.json in the bundle is no publication."));
        }
    }
}

/// <summary>Files are checked one after another; some wait, holding their bytes, and whoever comes then is told to come again.</summary>
public sealed class CheckTurns : IDisposable
{
    private readonly ConcurrencyLimiter _turns = new(new()
    {
        PermitLimit = 1,
        QueueLimit = 8,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });

    /// <exception cref="TooManyAtOnce"/>
    public async Task<IDisposable> TakeAsync(CancellationToken ct)
    {
        var turn = await _turns.AcquireAsync(1, ct);
        return turn.IsAcquired ? turn : throw new TooManyAtOnce();
    }

    public void Dispose() => _turns.Dispose();
}
