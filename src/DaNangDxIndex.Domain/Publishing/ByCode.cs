using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace DaNangDxIndex.Publishing;

/// <summary>
/// Values by code, in the order of the codes. Hundreds of agencies have values for the same hundred codes: the codes stand in memory once
/// for all of them, and a value takes what it takes in an array.
/// </summary>
/// <param name="codes">In ordinal order; shared with others that have values for the same codes.</param>
/// <param name="values">As many.</param>
public sealed class ByCode<T>(string[] codes, T[] values) : IReadOnlyDictionary<string, T>
{
    public int Count => values.Length;

    public IEnumerable<string> Keys => codes;

    public IEnumerable<T> Values => values;

    public T this[string key] => TryGetValue(key, out var value) ? value : throw new KeyNotFoundException($"There is no {key}.");

    public bool ContainsKey(string key) => PlaceOf(key) >= 0;

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out T value)
    {
        var place = PlaceOf(key);
        value = place < 0 ? default : values[place];
        return place >= 0;
    }

    public IEnumerator<KeyValuePair<string, T>> GetEnumerator()
    {
        for (var place = 0; place < values.Length; place++)
            yield return KeyValuePair.Create(codes[place], values[place]);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private int PlaceOf(string code) => Array.BinarySearch(codes, code, StringComparer.Ordinal);
}
