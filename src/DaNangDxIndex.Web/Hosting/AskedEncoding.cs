using Microsoft.Extensions.Primitives;

namespace DaNangDxIndex.Hosting;

/// <summary>
/// Browsers name what they can unpack in hundreds of ways; the answer comes in one of three. The request is left with that one word, so
/// that what is kept for it and what the compression then chooses cannot differ.
/// </summary>
internal static class AskedEncoding
{
    public const string Brotli = "br";
    private const string Gzip = "gzip";
    private const string Plain = "identity";

    /// <returns>"br", "gzip" or "identity".</returns>
    public static string Settle(HttpRequest request)
    {
        var chosen = Of(request.Headers.AcceptEncoding);
        request.Headers.AcceptEncoding = chosen;
        return chosen;
    }

    // Brotli before gzip where both are welcome: whoever unpacks both loses nothing by the smaller one.
    private static string Of(StringValues header)
    {
        var (brotli, gzip) = (false, false);
        foreach (var line in header)
        {
            foreach (var part in line.AsSpan().Split(','))
            {
                var named = line.AsSpan(part).Trim();
                brotli |= Welcome(named, Brotli);
                gzip |= Welcome(named, Gzip);
            }
        }
        return brotli ? Brotli : gzip ? Gzip : Plain;
    }

    // "br", "br;q=0.5"; not "br;q=0", "br;q=0.0" or what only begins like it.
    private static bool Welcome(ReadOnlySpan<char> named, string encoding)
    {
        if (!named.StartsWith(encoding, StringComparison.OrdinalIgnoreCase))
            return false;
        var after = named[encoding.Length..].Trim();
        return after.IsEmpty || (after[0] == ';' && after[1..].Trim().Trim("qQ=0. ").Length > 0);
    }
}
