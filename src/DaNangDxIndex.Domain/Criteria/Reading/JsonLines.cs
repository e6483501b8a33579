using System.Globalization;
using System.Text;
using System.Text.Json;

namespace DaNangDxIndex.Criteria.Reading;

/// <summary>
/// The line on which each value of a JSON text begins, by its pointer (RFC 6901), for people who look for a fault in an editor.
/// </summary>
internal static class JsonLines
{
    /// <summary>Lines from 1. Of a member that stands twice, the later one.</summary>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public static IReadOnlyDictionary<string, int> Of(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var reader = new Utf8JsonReader(bytes);
        var (lines, open) = (new Dictionary<string, int>(StringComparer.Ordinal), new Stack<Opened>());
        var (line, counted, place) = (1, 0, "");
        while (reader.Read())
        {
            line += bytes.AsSpan(counted, (int)reader.TokenStartIndex - counted).Count((byte)'\n');
            counted = (int)reader.TokenStartIndex;
            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                place = $"{open.Peek().Pointer}/{Escaped(reader.GetString() ?? "")}";
                continue;
            }

            if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
            {
                open.Pop();
                continue;
            }

            if (open.TryPeek(out var around) && around.IsArray)
                place = string.Create(CultureInfo.InvariantCulture, $"{around.Pointer}/{around.Next++}");
            lines[place] = line;
            if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                open.Push(new Opened(place, reader.TokenType == JsonTokenType.StartArray));
        }

        return lines;
    }

    /// <summary>A member's name as a pointer writes it.</summary>
    public static string Escaped(string name) =>
        name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    private sealed class Opened(string pointer, bool isArray)
    {
        public string Pointer => pointer;

        public bool IsArray => isArray;

        public int Next { get; set; }
    }
}
