using System.Globalization;

namespace DaNangDxIndex.Text;

/// <summary>A moment as files, bundles and the lines of a command hold it: "2026-11-28T03:08:00Z", to the second, in UTC.</summary>
public static class Instant
{
    private const string Form = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    public static string Write(DateTimeOffset at) => at.UtcDateTime.ToString(Form, CultureInfo.InvariantCulture);

    /// <exception cref="FormatException">It is none.</exception>
    public static DateTimeOffset Read(string text) =>
        DateTimeOffset.ParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
