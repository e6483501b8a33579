using System.Runtime.InteropServices;
using System.Text.Json;

namespace DaNangDxIndex.Publishing;

/// <summary>
/// What a publication says again and again in the same words, such as codes, figures and the points of a criterion, is read once and kept
/// once: that makes a version of hundreds of agencies both small and quick to read. What is read must never change.
/// </summary>
internal sealed class SaidBefore<T>(Func<JsonElement, T> read)
{
    private readonly Dictionary<byte[], T> _known = new(Utf8.Equality);

    public T Of(JsonElement json)
    {
        var said = JsonMarshal.GetRawUtf8Value(json);
        var known = _known.GetAlternateLookup<ReadOnlySpan<byte>>();
        if (!known.TryGetValue(said, out var value))
            known[said] = value = read(json);
        return value;
    }

    private sealed class Utf8 : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
    {
        public static Utf8 Equality { get; } = new();

        public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

        public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);

        public int GetHashCode(byte[] obj) => GetHashCode(obj.AsSpan());

        public int GetHashCode(ReadOnlySpan<byte> alternate)
        {
            var hash = default(HashCode);
            hash.AddBytes(alternate);
            return hash.ToHashCode();
        }

        public byte[] Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();
    }
}
