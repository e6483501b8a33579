using System.Net;
using System.Runtime.CompilerServices;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;

namespace DaNangDxIndex.Evidence.Bucket;

/// <summary>A bucket of an S3-compatible object store. What comes in is written and judged on the local disk first.</summary>
public sealed class BucketOfFiles(BucketAddress at, string incoming) : IFilePlace, IDisposable
{
    private readonly AmazonS3Client _store = at.Connect();

    public string Address => at.InWords;

    public string Incoming { get; } = Path.GetFullPath(incoming);

    public void Dispose() => _store.Dispose();

    /// <summary>The store is sent the digest of what it gets, signed, and refuses what arrives otherwise.</summary>
    public Task PutAsync(string name, string file, CancellationToken ct) => AskAsync(() => _store.PutObjectAsync(
        new() { BucketName = at.Bucket, Key = name, FilePath = file, UseChunkEncoding = false }, ct), ct);

    public Task<Stream?> OpenAsync(string name, CancellationToken ct) => AskAsync<Stream?>(async () =>
    {
        try
        {
            var answer = await _store.GetObjectAsync(new() { BucketName = at.Bucket, Key = name }, ct);
            return new BucketStream(answer, from => GetFromAsync(name, answer.ContentLength, from, ct));
        }
        catch (AmazonS3Exception missing) when (missing.ErrorCode == "NoSuchKey")
        {
            return null;
        }
    }, ct);

    public async IAsyncEnumerable<IFilePlace.Lying> ListAsync(string below, [EnumeratorCancellation] CancellationToken ct)
    {
        var asked = new ListObjectsV2Request { BucketName = at.Bucket, Prefix = below.Length == 0 ? "" : below + "/" };
        do
        {
            var page = await AskAsync(() => _store.ListObjectsV2Async(asked, ct), ct);
            foreach (var file in page.S3Objects ?? [])
                yield return new(file.Key, PutAt(file.LastModified));
            asked.ContinuationToken = page.IsTruncated == true ? page.NextContinuationToken : null;
        }
        while (asked.ContinuationToken is not null);
    }

    public Task<bool> RemoveIfOlderAsync(string name, DateTimeOffset than, CancellationToken ct) => AskAsync(async () =>
    {
        try
        {
            var now = await _store.GetObjectMetadataAsync(new() { BucketName = at.Bucket, Key = name }, ct);
            if (PutAt(now.LastModified) >= than)
                return false;
        }
        catch (AmazonS3Exception gone) when (gone.StatusCode == HttpStatusCode.NotFound)
        {
            return false;
        }
        await _store.DeleteObjectAsync(new() { BucketName = at.Bucket, Key = name }, ct);
        return true;
    }, ct);

    /// <summary>What the store does not date is never old.</summary>
    private static DateTimeOffset PutAt(DateTime? told) => told is { } at ? new(at.ToUniversalTime()) : DateTimeOffset.MaxValue;

    private Task<GetObjectResponse> GetFromAsync(string name, long length, long from, CancellationToken ct) => AskAsync(() =>
        _store.GetObjectAsync(new() { BucketName = at.Bucket, Key = name, ByteRange = new(from, length - 1) }, ct), ct);

    /// <exception cref="StoreAway">The store does not answer, not in time, or will not do it.</exception>
    private async Task<T> AskAsync<T>(Func<Task<T>> ask, CancellationToken ct)
    {
        try
        {
            return await ask();
        }
        catch (Exception away) when (!ct.IsCancellationRequested && away is AmazonServiceException or AmazonClientException
            or HttpRequestException or IOException or TimeoutException or OperationCanceledException)
        {
            throw new StoreAway(Address, away);
        }
    }
}
