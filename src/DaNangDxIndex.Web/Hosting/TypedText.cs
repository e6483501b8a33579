using System.Text.Json;
using System.Text.Json.Serialization;
using DaNangDxIndex.Tenancy;
using DaNangDxIndex.Text;

namespace DaNangDxIndex.Hosting;

/// <summary>The texts of a request keep <see cref="TextBounds"/>.</summary>
internal static class TypedText
{
    /// <summary>A letter in JSON is up to six characters as it is sent ("\u1ebf").</summary>
    private const int PerLetter = 6;

    public static bool Allows(string? text) => text is null || TextBounds.Hold(text);

    /// <summary>The same bound for every text of a JSON body, and one for every name that a body chooses itself.</summary>
    public sealed class InJson : JsonConverter<string>
    {
        private static readonly Bilingual BadName = new(
            $"Tên mục dài hơn {TextBounds.LongestName} ký tự hoặc có ký tự không hợp lệ.",
            $"A name is longer than {TextBounds.LongestName} characters, or has characters that are not allowed.");

        public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var text = Sent(ref reader) <= PerLetter * TextBounds.Longest ? reader.GetString() : throw new JsonException();
            return Allows(text) ? text : throw new JsonException();
        }

        public override string ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Sent(ref reader) <= PerLetter * TextBounds.LongestName && reader.GetString() is { } name && TextBounds.HoldName(name)
                ? name
                // Under the place where it stands, the refusal would repeat it.
                : throw new JsonException(BadName.ForReader(), "$", null, null);

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);

        public override void WriteAsPropertyName(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
            writer.WritePropertyName(value);

        private static long Sent(ref Utf8JsonReader reader) =>
            reader.HasValueSequence ? reader.ValueSequence.Length : reader.ValueSpan.Length;
    }
}
