using System.Globalization;

namespace DaNangDxIndex.Publishing;

/// <summary>
/// A side of a difference as a person reads it. Most are values and stand as they are; what is said of a whole file is a word, which
/// programs get in English.
/// </summary>
public static class DifferenceInWords
{
    internal const string Missing = "missing";
    internal const string AFile = "a file";
    internal const string NotCanonical = "not in canonical form";
    internal const string NotDescribed = "not in " + Bundle.ManifestPath;
    private const string InBytes = " bytes";

    public static Bilingual Of(string side) => side switch
    {
        Missing => new("không có tệp", side),
        AFile => new("có tệp", side),
        NotCanonical => new("không ở dạng chuẩn", side),
        NotDescribed => new($"không có trong {Bundle.ManifestPath}", side),
        _ when side.EndsWith(InBytes, StringComparison.Ordinal) && side[..^InBytes.Length].All(char.IsAsciiDigit) =>
            new($"{side[..^InBytes.Length]} byte", side),
        _ => new(side, side),
    };

    internal static string Bytes(BundleFile file) => file.Bytes.Length.ToString(CultureInfo.InvariantCulture) + InBytes;
}
