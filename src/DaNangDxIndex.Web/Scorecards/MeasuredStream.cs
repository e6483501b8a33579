using System.Security.Cryptography;

namespace DaNangDxIndex.Scorecards;

/// <summary>Passes bytes on, and knows how many they were and their digest.</summary>
internal sealed class MeasuredStream(Stream inner) : WrittenStream
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private long _length;

    public override long Length => _length;

    /// <summary>SHA-256, lower-case hex; what comes after it was asked for begins anew.</summary>
    public string Digest => Convert.ToHexStringLower(_hash.GetCurrentHash());

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        inner.Write(buffer);
        _hash.AppendData(buffer);
        _length += buffer.Length;
    }

    protected override void Dispose(bool disposing)
    {
        _hash.Dispose();
        base.Dispose(disposing);
    }
}
