using System.Globalization;
using Microsoft.Net.Http.Headers;

namespace DaNangDxIndex.Assessments;

/// <summary>A page that sends what was typed says so with Content-Language, and is answered in that language's numbers.</summary>
internal static class SentLanguage
{
    public static void Speak(HttpRequest request)
    {
        var language = request.Headers[HeaderNames.ContentLanguage].ToString();
        if (language.StartsWith("vi", StringComparison.OrdinalIgnoreCase) || language.StartsWith("en", StringComparison.OrdinalIgnoreCase))
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(
                language.StartsWith("vi", StringComparison.OrdinalIgnoreCase) ? "vi-VN" : "en-GB");
    }
}
