using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace DaNangDxIndex.Text;

/// <summary>
/// A canonical text (<see cref="CanonicalJson"/>) of which nothing is wanted but its digest: it is digested as it is written and never
/// whole. Whoever writes names members in the order of their names.
/// </summary>
internal sealed class DigestedText : IDisposable
{
    private const int Piece = 16 * 1024;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] _bytes = new byte[Piece];
    private int _used;
    private bool _afterValue;

    public void Object<T>(T? value, Action<DigestedText, T> put)
        where T : class
    {
        if (value is null)
        {
            Value("null");
            return;
        }

        Open('{');
        put(this, value);
        Close('}');
    }

    public void Array<T>(IEnumerable<T> items, Action<DigestedText, T> put)
    {
        Open('[');
        foreach (var item in items)
            put(this, item);
        Close(']');
    }

    public void Member(string name)
    {
        Text(name);
        Put(":");
        _afterValue = false;
    }

    public void Member(string name, string? value)
    {
        Member(name);
        Text(value);
    }

    public void Member(string name, int? value)
    {
        Member(name);
        Value(value?.ToString(CultureInfo.InvariantCulture) ?? "null");
    }

    public void Members<T>(string name, IReadOnlyDictionary<string, T> members, Action<DigestedText, T> put)
    {
        Member(name);
        Open('{');
        foreach (var (code, value) in InOrder(members))
        {
            Member(code);
            put(this, value);
        }

        Close('}');
    }

    public void Text(string? value)
    {
        Separate();
        if (value is null)
        {
            Put("null");
        }
        else if (CanonicalJson.IsPlain(value))
        {
            Put("\"");
            Put(value);
            Put("\"");
        }
        else
        {
            Put(CanonicalJson.Write(JsonValue.Create(value)));
        }

        _afterValue = true;
    }

    /// <summary>Canonical already; or the beginning of such a value, which goes on with what is written next.</summary>
    public void Value(string canonical)
    {
        Separate();
        GoOn(canonical);
    }

    /// <summary>What follows to the letter on what has been written.</summary>
    public void GoOn(string canonical)
    {
        Put(canonical);
        _afterValue = canonical is not [.., '[' or '{' or ':' or ','];
    }

    public string Digest()
    {
        Flush();
        return Convert.ToHexStringLower(_hash.GetCurrentHash());
    }

    public void Dispose() => _hash.Dispose();

    private static KeyValuePair<string, T>[] InOrder<T>(IReadOnlyDictionary<string, T> members)
    {
        KeyValuePair<string, T>[] sorted = [.. members];
        for (var place = 1; place < sorted.Length; place++)
        {
            if (string.CompareOrdinal(sorted[place - 1].Key, sorted[place].Key) < 0)
                continue;
            System.Array.Sort(sorted, static (member, other) => string.CompareOrdinal(member.Key, other.Key));
            break;
        }

        return sorted;
    }

    private void Open(char bracket)
    {
        Separate();
        Put(bracket == '{' ? "{" : "[");
        _afterValue = false;
    }

    private void Close(char bracket)
    {
        Put(bracket == '}' ? "}" : "]");
        _afterValue = true;
    }

    private void Separate()
    {
        if (_afterValue)
            Put(",");
    }

    private void Put(string text)
    {
        if (Encoding.UTF8.GetMaxByteCount(text.Length) > Piece - _used)
            Flush();
        if (Encoding.UTF8.GetMaxByteCount(text.Length) > Piece)
            _hash.AppendData(Encoding.UTF8.GetBytes(text));
        else
            _used += Encoding.UTF8.GetBytes(text, _bytes.AsSpan(_used));
    }

    private void Flush()
    {
        _hash.AppendData(_bytes.AsSpan(0, _used));
        _used = 0;
    }
}
