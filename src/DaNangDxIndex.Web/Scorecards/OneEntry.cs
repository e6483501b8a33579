namespace DaNangDxIndex.Scorecards;

/// <summary>Takes what a zip archive writes of one entry, to be sent on before the next one is written.</summary>
internal sealed class OneEntry : Stream
{
    private readonly MemoryStream _gathered = new();

    public override bool CanRead => false;

    /// <summary>False: what was sent is not changed any more.</summary>
    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public async Task SendAsync(Stream to, CancellationToken ct)
    {
        await to.WriteAsync(_gathered.GetBuffer().AsMemory(0, (int)_gathered.Length), ct);
        await to.FlushAsync(ct);
        _gathered.SetLength(0);
    }

    public override void Write(byte[] buffer, int offset, int count) => _gathered.Write(buffer, offset, count);

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        _gathered.Dispose();
        base.Dispose(disposing);
    }
}
