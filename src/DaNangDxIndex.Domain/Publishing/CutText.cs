using System.Buffers;
using System.Text.Json;

namespace DaNangDxIndex.Publishing;

/// <summary>
/// The text of a publication, cut up to be read: what it says of single agencies is parsed one agency after the other. As one document the
/// text of a province would take three times its size while it is read, in pieces that stay behind.
/// </summary>
internal sealed class CutText
{
    private readonly ReadOnlyMemory<byte> _utf8;
    private readonly JsonDocumentOptions _options;
    private readonly List<Dictionary<string, List<Range>>> _groups = [];
    private readonly ArrayBufferWriter<byte> _frame = new();

    /// <exception cref="JsonException">The text is not JSON.</exception>
    public CutText(ReadOnlyMemory<byte> utf8, JsonDocumentOptions options)
    {
        (_utf8, _options) = (utf8, options);
        Cut();
    }

    /// <summary>The text without what it says of single agencies: their arrays stand empty in it.</summary>
    public ReadOnlyMemory<byte> Frame => _frame.WrittenMemory;

    /// <param name="group">Its place among the groups.</param>
    /// <param name="name">"entrants" or "results".</param>
    /// <param name="read">One of them; what it gives must not hold on to what it was given.</param>
    /// <exception cref="FormatException">There is something else among them.</exception>
    public T[] Items<T>(int group, string name, Func<JsonElement, T> read)
    {
        if (!_groups[group].TryGetValue(name, out var pieces))
            throw UnreadablePublication.Missing(name);
        var items = new T[pieces.Count];
        foreach (var (place, piece) in pieces.Index())
        {
            using var item = JsonDocument.Parse(_utf8[piece], _options);
            items[place] = item.RootElement.ValueKind == JsonValueKind.Object
                ? read(item.RootElement)
                : throw UnreadablePublication.NoObject(name);
        }

        return items;
    }

    private void Cut()
    {
        const int OfGroup = 3;
        var reader = new Utf8JsonReader(_utf8.Span);
        var (inGroups, written) = (false, 0);
        while (reader.Read())
        {
            if (reader.CurrentDepth == 1 && reader.TokenType == JsonTokenType.PropertyName)
                inGroups = reader.ValueTextEquals("groups"u8);
            else if (inGroups && reader.CurrentDepth == OfGroup - 1 && reader.TokenType == JsonTokenType.StartObject)
                _groups.Add(new(StringComparer.Ordinal));
            else if (inGroups && reader.CurrentDepth == OfGroup && reader.TokenType == JsonTokenType.PropertyName && _groups.Count > 0
                && (reader.ValueTextEquals("entrants"u8) || reader.ValueTextEquals("results"u8)))
                written = CutOut(ref reader, written);
        }

        _frame.Write(_utf8.Span[written..]);
    }

    private int CutOut(ref Utf8JsonReader reader, int written)
    {
        var name = reader.GetString() ?? "";
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartArray)
            return written;
        _frame.Write(_utf8.Span[written..checked((int)reader.BytesConsumed)]);
        var pieces = new List<Range>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var start = checked((int)reader.TokenStartIndex);
            reader.Skip();
            pieces.Add(start..checked((int)reader.BytesConsumed));
        }

        _groups[^1][name] = pieces;
        return checked((int)reader.TokenStartIndex);
    }
}
