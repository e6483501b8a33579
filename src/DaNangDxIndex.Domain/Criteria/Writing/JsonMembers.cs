using System.Text.Json;
using DaNangDxIndex.Criteria.Reading;

namespace DaNangDxIndex.Criteria.Writing;

/// <summary>The few shapes every part of the file is written in. Exact numbers are strings; what is absent is left out.</summary>
internal static class JsonMembers
{
    public static void Object(this Utf8JsonWriter json, string? name, Action members)
    {
        if (name is null)
            json.WriteStartObject();
        else
            json.WriteStartObject(name);
        members();
        json.WriteEndObject();
    }

    public static void List<T>(this Utf8JsonWriter json, string? name, IEnumerable<T> items, Action<T> item)
    {
        if (name is null)
            json.WriteStartArray();
        else
            json.WriteStartArray(name);
        foreach (var value in items)
            item(value);
        json.WriteEndArray();
    }

    public static void Codes(this Utf8JsonWriter json, string name, IReadOnlyCollection<string> codes)
    {
        if (codes.Count > 0)
            json.List(name, codes, json.WriteStringValue);
    }

    public static void Words(this Utf8JsonWriter json, string name, Bilingual? words)
    {
        if (words is null)
            return;
        json.Object(name, () =>
        {
            json.WriteString("vi", words.Vi);
            json.WriteString("en", words.En);
        });
    }

    public static void Text(this Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
            json.WriteString(name, text);
    }

    public static void Number(this Utf8JsonWriter json, string name, Fraction? number)
    {
        if (number is not null)
            json.WriteString(name, number.Value.ToString());
    }

    public static void Word<T>(this Utf8JsonWriter json, string name, T? word)
        where T : struct, Enum
    {
        if (word is not null)
            json.WriteString(name, PlaceValues.Camel(word.Value.ToString()));
    }
}
