namespace DaNangDxIndex.Scorecards;

/// <summary>Passes on only the bytes of a range, both ends included.</summary>
internal sealed class PartOfStream(Stream inner, long from, long to) : WrittenStream
{
    private long _at;

    public override long Length => _at;

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        var (start, count) = Inside(buffer.Length);
        inner.Write(buffer.Slice(start, count));
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var (start, count) = Inside(buffer.Length);
        if (count > 0)
            await inner.WriteAsync(buffer.Slice(start, count), cancellationToken);
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

    private (int Start, int Count) Inside(int length)
    {
        var (begin, end) = (Math.Max(from, _at), Math.Min(to + 1, _at + length));
        var inside = ((int)Math.Clamp(begin - _at, 0, length), (int)Math.Max(0, end - begin));
        _at += length;
        return inside;
    }
}
