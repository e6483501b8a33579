namespace DaNangDxIndex.Hosting;

/// <summary>
/// Networks and letters hang a mark of their own on every link that is followed: another address for each reader, and each would have its
/// answer made anew and kept. Nobody here asks for these marks, so they are taken off before anything looks at the address.
/// </summary>
internal static class TrackingMarks
{
    private static readonly HashSet<string> Marks = new(StringComparer.OrdinalIgnoreCase)
    {
        "fbclid", "gclid", "gbraid", "wbraid", "dclid", "gad_source", "_gl", "msclkid", "yclid", "twclid", "ttclid", "igshid", "igsh",
        "zarsrc", "mc_cid", "mc_eid", "utm_source", "utm_medium", "utm_campaign", "utm_term", "utm_content", "utm_id",
    };

    public static Task RemoveAsync(HttpContext http, RequestDelegate next)
    {
        if (http.Request.QueryString.Value is { Length: > 1 } query && HttpMethods.IsGet(http.Request.Method))
        {
            var pairs = query[1..].Split('&');
            var kept = pairs.Where(pair => !Marks.Contains(pair.Split('=', 2)[0])).ToList();
            if (kept.Count < pairs.Length)
                http.Request.QueryString = kept.Count == 0 ? QueryString.Empty : new QueryString($"?{string.Join('&', kept)}");
        }
        return next(http);
    }
}
