using System.Globalization;

namespace DaNangDxIndex.Frame;

/// <summary>
/// What somebody sent with a form that could not be taken: kept in the answer, to be sent again instead of being typed again.
/// </summary>
/// <param name="Address">Where the form was sent to, with its query.</param>
public sealed record SentFields(string Address, IReadOnlyList<SentFields.Field> Fields)
{
    public const string Token = "__RequestVerificationToken";

    /// <summary>In bytes, as sent.</summary>
    public const int LongestForm = 200_000;

    private const int ShortestText = 12;
    private static readonly string[] WithoutPassword =
    [
        "/accounts/edit", "/accounts/hand-over", "/accounts/import", "/accounts/linked-of", "/accounts/links", "/accounts/second-factor-of",
        "/accounts/tokens", "/accounts/waiting",
    ];

    public sealed record Field(string Name, string Value);

    /// <summary>Texts that somebody would not like to type again, to be read before they are sent.</summary>
    public IEnumerable<string> Texts =>
        Fields.Where(sent => sent.Name != Token && sent.Value.Length >= ShortestText && sent.Value.Contains(' ', StringComparison.Ordinal))
        .Select(sent => sent.Value);

    /// <summary>Without the token of the old sign-in, which no longer counts.</summary>
    public SentFields WithoutToken() => this with { Fields = [.. Fields.Where(sent => sent.Name != Token)] };

    /// <summary>
    /// Only what a page of ours has sent: a form of another site must not come back as one's own. The browser says where a form comes from.
    /// </summary>
    public static async Task<SentFields?> OfOwnFormAsync(HttpContext http) =>
        http.Request.Headers.Origin == $"{http.Request.Scheme}://{http.Request.Host}"
            ? (await OfAsync(http, http.Request.Path, http.Request.QueryString))?.WithoutToken()
            : null;

    /// <summary>Where accounts, roles and tokens are kept, none is typed.</summary>
    private static bool MayHoldPassword(PathString path) => path.StartsWithSegments("/accounts", StringComparison.Ordinal)
        && !WithoutPassword.Any(page => path.StartsWithSegments(page, StringComparison.Ordinal));

    /// <summary>Null where nothing may be kept: no form, a password, files, too much, or a form that cannot be read.</summary>
    public static async Task<SentFields?> OfAsync(HttpContext http, PathString path, QueryString query)
    {
        var isForm = HttpMethods.IsPost(http.Request.Method) && http.Request.HasFormContentType
            && http.Request.ContentLength is > 0 and <= LongestForm;
        if (!isForm || MayHoldPassword(path))
            return null;
        try
        {
            var form = await http.Request.ReadFormAsync(http.RequestAborted);
            var fields = form.SelectMany(field => field.Value.Select(value => new Field(field.Key, value ?? ""))).ToList();
            return form.Files.Count > 0 || fields.Count == 0
                ? null
                : new(string.Create(CultureInfo.InvariantCulture, $"{http.Request.PathBase}{path}{query}"), fields);
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or BadHttpRequestException or IOException)
        {
            return null;
        }
    }
}
