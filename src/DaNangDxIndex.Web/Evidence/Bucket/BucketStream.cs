using Amazon.S3.Model;

namespace DaNangDxIndex.Evidence.Bucket;

/// <summary>
/// An object as it is read: what is asked for from elsewhere is asked of the store anew, so that nothing is held in memory or on the disk.
/// </summary>
internal sealed class BucketStream(GetObjectResponse whole, Func<long, Task<GetObjectResponse>> from) : Stream
{
    private readonly long _length = whole.ContentLength;
    private GetObjectResponse? _answer = whole;
    private long _position;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => _length;

    public override long Position
    {
        get => _position;
        set => Seek(value, SeekOrigin.Begin);
    }

    public override long Seek(long offset, SeekOrigin origin)
    {
        var to = offset + origin switch
        {
            SeekOrigin.Begin => 0,
            SeekOrigin.Current => _position,
            SeekOrigin.End => _length,
            _ => throw new ArgumentOutOfRangeException(nameof(origin)),
        };
        ArgumentOutOfRangeException.ThrowIfNegative(to, nameof(offset));
        if (to != _position)
            Forget();
        return _position = to;
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_position >= _length)
            return 0;
        _answer ??= await from(_position);
        var read = await _answer.ResponseStream.ReadAsync(buffer, cancellationToken);
        if (read == 0 && buffer.Length > 0)
            throw new EndOfStreamException("The object store has ended the file before its end.");
        _position += read;
        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <summary>Files are read without blocking, wherever they lie.</summary>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        Forget();
        base.Dispose(disposing);
    }

    private void Forget()
    {
        _answer?.Dispose();
        _answer = null;
    }
}
