using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DaNangDxIndex.Hosting;

/// <summary>
/// What a text in a request may be, before anything is computed on it: bounded, without null characters, and with at most 30 marks in a row
/// (the Unicode "stream-safe" bound, UAX #15). The cost of normalising grows with the square of such a row; real letters bear two or three.
/// </summary>
internal static class TypedText
{
    /// <summary>In letters; ten times what the longest field of any form allows, so that the form can say so itself.</summary>
    public const int Longest = 20_000;

    private const int MostMarks = 30;

    public static bool Allows(string? text) => text is null || (text.Length <= Longest && !text.Contains('\0', StringComparison.Ordinal) && HasFewMarks(text));

    private static bool HasFewMarks(string text)
    {
        var marks = 0;
        foreach (var letter in text.EnumerateRunes())
        {
            marks = IsMark(letter) ? marks + 1 : 0;
            if (marks > MostMarks)
                return false;
        }
        return true;
    }

    private static bool IsMark(Rune letter) =>
        Rune.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

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
