using System.Collections;
using System.Diagnostics.CodeAnalysis;
using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Scoring;

/// <summary>
/// One agency's figures in an array beside an index that its whole group shares: a million figures need no million dictionary entries.
/// </summary>
public sealed class FigureRow(IReadOnlyDictionary<string, int> places) : IReadOnlyDictionary<string, FigureValue>
{
    private readonly FigureValue?[] _values = new FigureValue?[places.Count];

    public int Count => _values.Count(value => value is not null);

    public IEnumerable<string> Keys => this.Select(figure => figure.Key);

    public IEnumerable<FigureValue> Values => this.Select(figure => figure.Value);

    public FigureValue this[string key] => TryGetValue(key, out var value) ? value : throw new KeyNotFoundException(key);

    public bool Has(int place) => _values[place] is not null;

    public void Set(int place, FigureValue value) => _values[place] = value;

    public bool ContainsKey(string key) => TryGetValue(key, out _);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out FigureValue value)
    {
        var found = places.TryGetValue(key, out var place) ? _values[place] : null;
        value = found.GetValueOrDefault();
        return found is not null;
    }

    public IEnumerator<KeyValuePair<string, FigureValue>> GetEnumerator()
    {
        foreach (var (code, place) in places)
        {
            if (_values[place] is { } value)
                yield return new(code, value);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
