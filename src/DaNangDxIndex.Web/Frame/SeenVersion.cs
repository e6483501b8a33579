using System.Globalization;

namespace DaNangDxIndex.Frame;

/// <summary>
/// The version that the sender of a change saw, from If-Match; what was never stored has version 0. Anything else than one number is as
/// good as nothing.
/// </summary>
internal static class SeenVersion
{
    public static int? Of(HttpRequest request) => request.GetTypedHeaders().IfMatch is [var tag]
        && int.TryParse(tag.Tag.Value?.Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null;
}
