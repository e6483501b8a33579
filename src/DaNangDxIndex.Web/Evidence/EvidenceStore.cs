using System.Buffers;
using System.Security.Cryptography;
using DaNangDxIndex.Evidence.Content;
using DaNangDxIndex.Tenancy;

namespace DaNangDxIndex.Evidence;

/// <summary>
/// Files by their content, in a place that nobody serves. What comes in is written to the local disk under a name of its own, judged, and
/// only then put into its place under the name of its content; a row in the database comes after that. So whatever is killed on the way
/// leaves at most a file that nobody knows, and <see cref="SweepStore"/> takes it away.
/// </summary>
/// <param name="place">Null: documents are cited and no file is taken.</param>
public sealed class EvidenceStore(IFilePlace? place)
{
    public bool IsSetUp => place is not null;

    public IFilePlace Place => place ?? throw new RuleViolation("evidence.no-store", new(
        "Máy chủ chưa cấu hình nơi lưu tệp nên chưa nhận tệp tải lên. Viện dẫn văn bản, hoặc liên hệ người quản trị hệ thống.",
        "The server has no place for files yet, so none can be uploaded. Cite the document, or ask the administrator."));

    /// <exception cref="RuleViolation">Those of <see cref="FileRefusal"/>; nothing is kept then.</exception>
    /// <exception cref="StoreAway">Nothing is kept then either.</exception>
    public async Task<ReceivedFile> TakeAsync(Tenant tenant, Stream sent, CancellationToken ct)
    {
        var incoming = Path.Combine(Place.Incoming, Guid.CreateVersion7().ToString("N"));
        try
        {
            var received = await ReceiveAsync(sent, incoming, ct);
            await Place.PutAsync(NameOf(tenant.Id, received.Digest), incoming, ct);
            return received;
        }
        finally
        {
            Forget(incoming);
        }
    }

    /// <summary>Null where the file is gone from its place.</summary>
    /// <exception cref="StoreAway"/>
    public Task<Stream?> OpenAsync(Tenant tenant, string digest, CancellationToken ct) => Place.OpenAsync(NameOf(tenant.Id, digest), ct);

    public static string FolderOf(Guid tenant) => tenant.ToString("N");

    public static string NameOf(Guid tenant, string digest) => $"{FolderOf(tenant)}/{digest[..2]}/{digest}";

    /// <summary>What cannot be taken away now, a sweep takes.</summary>
    private static void Forget(string incoming)
    {
        try
        {
            File.Delete(incoming);
        }
        catch (Exception away) when (away is IOException or UnauthorizedAccessException)
        {
            // Whatever was refused before is the answer.
        }
    }

    private async Task<ReceivedFile> ReceiveAsync(Stream sent, string incoming, CancellationToken ct)
    {
        // Without a buffer, so that closing it has nothing to write that was refused once.
        await using var file = StoreAway.Unless(Place.Address, () =>
            new FileStream(incoming, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, bufferSize: 0));
        var digest = await CopyAsync(sent, file, ct);
        var type = FileContent.Inspect(file);
        await StoreAway.UnlessAsync(Place.Address, () =>
        {
            file.Flush(flushToDisk: true);
            return ValueTask.CompletedTask;
        });
        return new(digest, file.Length, type);
    }

    /// <summary>Counted while it is read, whatever its sender said of its length.</summary>
    private async Task<string> CopyAsync(Stream sent, FileStream file, CancellationToken ct)
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
                await StoreAway.UnlessAsync(Place.Address, () => file.WriteAsync(buffer.AsMemory(0, read), ct));
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
