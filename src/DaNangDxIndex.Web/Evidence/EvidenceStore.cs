using System.Buffers;
using System.Security.Cryptography;
using DaNangDxIndex.Database;
using DaNangDxIndex.Evidence.Content;
using DaNangDxIndex.Tenancy;

namespace DaNangDxIndex.Evidence;

/// <summary>
/// Files by their content: "tenant/ab/abcd…", below a folder that nobody serves. What comes in is written under a name of its own, judged,
/// put on the disk for good, and only then takes its name; a row in the database comes after that. So whatever is killed on the way leaves
/// at most a file that nobody knows, and <see cref="SweepStore"/> takes it away.
/// </summary>
public sealed class EvidenceStore(string? folder)
{
    private const string Incoming = "incoming";

    /// <summary>Where nothing is set up, documents are cited and no file is taken.</summary>
    public bool IsSetUp => folder is not null;

    public string Folder => folder ?? throw new RuleViolation("evidence.no-store", new(
        "Máy chủ chưa cấu hình nơi lưu tệp nên chưa nhận tệp tải lên. Viện dẫn văn bản, hoặc liên hệ người quản trị hệ thống.",
        "The server has no place for files yet, so none can be uploaded. Cite the document, or ask the administrator."));

    public string IncomingFolder => Path.Combine(Folder, Incoming);

    /// <summary>Refuses to start on a folder that cannot be written, rather than at the first upload.</summary>
    /// <exception cref="CannotStart"/>
    public static EvidenceStore At(string? folder)
    {
        if (string.IsNullOrWhiteSpace(folder))
            return new(folder: null);
        try
        {
            Directory.CreateDirectory(Path.Combine(folder, Incoming));
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            throw new CannotStart($"The folder of evidence {folder} cannot be written ({failed.Message}). Choose another by DX_EVIDENCE.",
                failed);
        }
        return new(Path.GetFullPath(folder));
    }

    /// <exception cref="RuleViolation">Those of <see cref="FileRefusal"/>; nothing is kept then.</exception>
    public async Task<ReceivedFile> TakeAsync(Tenant tenant, Stream sent, CancellationToken ct)
    {
        var incoming = Path.Combine(IncomingFolder, Guid.CreateVersion7().ToString("N"));
        try
        {
            await using var file = new FileStream(incoming, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);
            var digest = await CopyAsync(sent, file, ct);
            var type = FileContent.Inspect(file);
            file.Flush(flushToDisk: true);
            Name(incoming, PathOf(tenant, digest));
            return new(digest, file.Length, type);
        }
        finally
        {
            File.Delete(incoming);
        }
    }

    /// <summary>Null where the file is gone from the disk.</summary>
    public FileStream? Open(Tenant tenant, string digest)
    {
        try
        {
            return new(PathOf(tenant, digest), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 64 * 1024,
                useAsync: true);
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    public string FolderOf(Tenant tenant) => Path.Combine(Folder, tenant.Id.ToString("N"));

    private string PathOf(Tenant tenant, string digest) => Path.Combine(FolderOf(tenant), digest[..2], digest);

    /// <summary>Counted while it is read, whatever its sender said of its length.</summary>
    private static async Task<string> CopyAsync(Stream sent, FileStream file, CancellationToken ct)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            for (int read; (read = await sent.ReadAsync(buffer, ct)) > 0;)
            {
                if (file.Length + read > FolderRules.LargestFile)
                    throw FileRefusal.TooLarge;
                hash.AppendData(buffer, 0, read);
                await file.WriteAsync(buffer.AsMemory(0, read), ct);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>
    /// In one step, also where the same content is there already: its age begins anew, so that no sweep takes it before its row is written.
    /// </summary>
    private static void Name(string incoming, string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path) ?? "");
        File.Move(incoming, path, overwrite: true);
    }
}
