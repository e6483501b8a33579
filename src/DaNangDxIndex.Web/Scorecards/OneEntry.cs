namespace DaNangDxIndex.Scorecards;

/// <summary>Takes what a zip archive writes of one entry, to be sent on before the next one is written.</summary>
internal sealed class OneEntry : WrittenStream
{
    private readonly MemoryStream _gathered = new();

    public async Task SendAsync(Stream to, CancellationToken ct)
    {
        await to.WriteAsync(_gathered.GetBuffer().AsMemory(0, (int)_gathered.Length), ct);
        await to.FlushAsync(ct);
        _gathered.SetLength(0);
    }

    public override void Write(ReadOnlySpan<byte> buffer) => _gathered.Write(buffer);

    protected override void Dispose(bool disposing)
    {
        _gathered.Dispose();
        base.Dispose(disposing);
    }
}
