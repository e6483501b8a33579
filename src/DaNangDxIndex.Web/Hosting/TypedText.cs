using System.Text.Json;
using System.Text.Json.Serialization;
using DaNangDxIndex.Text;

namespace DaNangDxIndex.Hosting;

/// <summary>
/// What a text in a request may be, before anything is computed on it: bounded, without null characters, and with
/// few marks in a row.
/// </summary>
internal static class TypedText
{
    /// <summary>In letters; ten times what the longest field of any form allows, so that the form can say so itself.</summary>
    public const int Longest = 20_000;

    public static bool Allows(string? text) =>
        text is null || (text.Length <= Longest && !text.Contains('\0', StringComparison.Ordinal) && CombiningMarks.AreFew(text));

    /// <summary>The same bound for every text of a JSON body.</summary>
    public sealed class InJson : JsonConverter<string>
    {
        public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var length = reader.HasValueSequence ? reader.ValueSequence.Length : reader.ValueSpan.Length;
            // As sent: a letter is up to six characters ("\u1ebf").
            var text = length <= 6 * Longest ? reader.GetString() : throw new JsonException();
            return Allows(text) ? text : throw new JsonException();
        }

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
    }
}
