using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DaNangDxIndex.Text;

/// <summary>
/// The one written form of a JSON value: RFC 8785 (JSON Canonicalization Scheme). Members are sorted by UTF-16 code units, nothing stands
/// between
/// tokens, only what must be escaped is escaped. Producer and checker use this and nothing else, so that equal content has equal digests.
/// </summary>
/// <remarks>
/// Numbers are whole and safe (|n| ≤ 2^53 − 1); points and fractions are strings. That leaves out the one hard part of the RFC, the
/// printing of doubles,
/// on which two programs could differ.
/// </remarks>
public static class CanonicalJson
{
    private const long LargestSafe = 9_007_199_254_740_991;

    private static readonly SearchValues<char> Escaped =
        SearchValues.Create([.. Enumerable.Range(0, ' ').Select(code => (char)code), '"', '\\']);

    /// <exception cref="FormatException">A number that is not a safe whole number; the message names its place.</exception>
    public static string Write(JsonNode? value)
    {
        var text = new StringBuilder();
        Append(text, value);
        return text.ToString();
    }

    /// <summary>Nothing in it is escaped.</summary>
    internal static bool IsPlain(string text) => !text.AsSpan().ContainsAny(Escaped);

    /// <summary>SHA-256 over the UTF-8 bytes of a canonical text, as lower-case hex.</summary>
    public static string Digest(string canonical) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)));

    private static void Append(StringBuilder text, JsonNode? value)
    {
        switch (value)
        {
            case null: text.Append("null"); break;
            case JsonObject members: AppendObject(text, members); break;
            case JsonArray items: AppendArray(text, items); break;
            default: AppendScalar(text, value); break;
        }
    }

    private static void AppendObject(StringBuilder text, JsonObject members)
    {
        var separator = '{';
        KeyValuePair<string, JsonNode?>[] sorted = [.. members];
        Array.Sort(sorted, static (pair, other) => string.CompareOrdinal(pair.Key, other.Key));
        foreach (var (name, value) in sorted)
        {
            text.Append(separator);
            AppendString(text, name);
            text.Append(':');
            Append(text, value);
            separator = ',';
        }

        text.Append(separator == '{' ? "{}" : "}");
    }

    private static void AppendArray(StringBuilder text, JsonArray items)
    {
        var separator = '[';
        foreach (var item in items)
        {
            text.Append(separator);
            Append(text, item);
            separator = ',';
        }

        text.Append(separator == '[' ? "[]" : "]");
    }

    private static void AppendScalar(StringBuilder text, JsonNode value)
    {
        switch (value.GetValueKind())
        {
            case JsonValueKind.True: text.Append("true"); break;
            case JsonValueKind.False: text.Append("false"); break;
            case JsonValueKind.String: AppendString(text, value.GetValue<string>()); break;
            case JsonValueKind.Number: text.Append(SafeWholeNumber(value).ToString(CultureInfo.InvariantCulture)); break;
            default: throw new FormatException($"{value.GetPath()}: not a JSON value.");
        }
    }

    private static long SafeWholeNumber(JsonNode value) =>
        long.TryParse(value.ToJsonString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number is >= -LargestSafe and <= LargestSafe
            ? number
            : throw new FormatException(
                $"{value.GetPath()}: {value.ToJsonString()} is not a safe whole number; write points and fractions as strings.");

    private static void AppendString(StringBuilder text, string value)
    {
        if (IsPlain(value))
        {
            text.Append('"').Append(value).Append('"');
            return;
        }

        text.Append('"');
        foreach (var character in value)
        {
            _ = character switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\b' => text.Append("\\b"),
                '\t' => text.Append("\\t"),
                '\n' => text.Append("\\n"),
                '\f' => text.Append("\\f"),
                '\r' => text.Append("\\r"),
                < ' ' => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}"),
                _ => text.Append(character),
            };
        }

        text.Append('"');
    }
}
