using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Harness;

namespace DaNangDxIndex.Hosting;

/// <summary>
/// Requests that nobody meant, at addresses that are there: each value is one that leads to something, or one that has broken programs
/// before. A request follows from its number and the pages that were seen before it.
/// </summary>
internal sealed partial class RandomRequest(RunningEdition edition)
{
    private static readonly string[] Bad =
    [
        "", " ", "0", "-1", "2147483648", "99999999999999999999", "1e400", "NaN", "1,5", "1.234,56", "31/12/9999", "01/01/0001",
        "29/02/2023", "9999-12-31", "24:00", "true", "null", "undefined", "[]", "{}", "%00", "a\0b", "%2561", "..", "../../etc/passwd",
        "a/b", "'", "' OR 1=1 --", "\"", "\\", "<script>alert(1)</script>", "{{7*7}}", "${7*7}", "%s%n", "=1+1", "\r\nX-A: b",
        "\u202e", "\ufeff", "Đ", "e\u0301", "\ud83d\ude00", "ﷺ", new('x', 5000), string.Concat(Enumerable.Repeat("e\u0301", 500)),
        "00000000-0000-0000-0000-000000000000", "~", ";", "&a=b", "A.1,A.2", "*", "W/\"1\"", "\"1\"", "v1", "2024", "2025", "vi", "en",
    ];

    private static readonly string[] Types =
        ["application/json", "application/x-www-form-urlencoded", "text/plain", "application/xml", "image/png"];

    private static readonly string[] Headers =
        ["If-Match", "If-None-Match", "Idempotency-Key", "Accept", "Accept-Language", "Accept-Encoding", "Range"];

    private static readonly IReadOnlyList<string> Described = NamesOf(JsonNode.Parse(
        File.ReadAllText(Path.Combine(Repository.Root, "docs", "openapi.json"))));

    /// <summary>Of the fields of pages that were seen on the way.</summary>
    private readonly List<string> _names = [.. Described];

    public static string Told(HttpRequestMessage request) =>
        $"{request.Method} {request.RequestUri} {request.Content?.Headers.ContentType}";

    /// <param name="token">That forms bear, so that what is sent gets past the door.</param>
    /// <param name="right">What the form there wants, by its names: three of four times it gets it.</param>
    public HttpRequestMessage To(
        Endpoints endpoint, string method, Random random, string token, IReadOnlyDictionary<string, string>? right = null)
    {
        var words = method.Split(' ');
        var isApi = endpoint.Pattern.StartsWith("/api/", StringComparison.Ordinal);
        var wanted = (right ?? new Dictionary<string, string>()).Select(
            field => KeyValuePair.Create(field.Key, random.Next(4) > 0 ? field.Value : Any(random))).ToArray();
        // A NUL in the path is refused by the real server and breaks the one of tests.
        var path = Endpoints.Filled(endpoint.Pattern, (name, _) => Uri.EscapeDataString(
            random.Next(5) == 0 ? Any(random).Replace("\0", "") : Good(name, random)));
        var query = Fields(random, random.Next(4)).Concat(words[0] == "GET" ? wanted : [])
            .Concat(words.Skip(1).Select(handler => KeyValuePair.Create("handler", handler)))
            .Select(field => $"{Uri.EscapeDataString(field.Key)}={Uri.EscapeDataString(field.Value)}");
        var request = new HttpRequestMessage(new(words[0]), new Uri(
            $"{Before(endpoint.Pattern, random)}{path}?{string.Join('&', query)}", UriKind.Relative))
        {
            Content = words[0] == "GET" ? null : wanted.Length > 0 && random.Next(2) == 0 ? new FormUrlEncodedContent(wanted)
                : Body(random, isApi),
        };
        request.Headers.Add("RequestVerificationToken", token);
        foreach (var header in Headers)
        {
            if (random.Next(6) == 0)
                request.Headers.TryAddWithoutValidation(header, HeaderText().Replace(Any(random), ""));
        }

        return request;
    }

    /// <summary>The names of what can be filled in there are sent from now on.</summary>
    public void See(string page) => _names.AddRange(
        FieldName().Matches(page).Select(match => match.Groups["name"].Value).Except(_names, StringComparer.Ordinal).ToList());

    private static string Before(string pattern, Random random) =>
        pattern.StartsWith("/health", StringComparison.Ordinal) || Endpoints.IsOutsideTenants(pattern) ? ""
        : pattern.StartsWith("/api/", StringComparison.Ordinal) ? "/da-nang"
        : random.Next(2) == 0 ? "/da-nang/vi" : "/da-nang/en";

    private HttpContent Body(Random random, bool isApi)
    {
        var fields = Fields(random, random.Next(12));
        return random.Next(10) switch
        {
            0 => new ByteArrayContent(Bytes(random)) { Headers = { { "Content-Type", Types[random.Next(Types.Length)] } } },
            1 => new MultipartFormDataContent
            {
                { new ByteArrayContent(Bytes(random)), _names[random.Next(_names.Count)], "a.pdf" },
                { new ByteArrayContent(Bytes(random)), "file", "a.xlsx" },
            },
            < 8 when isApi => new StringContent(Json(random, 3)?.ToJsonString() ?? "null", Encoding.UTF8, "application/json"),
            _ => new FormUrlEncodedContent(fields),
        };
    }

    private JsonNode? Json(Random random, int depth) => random.Next(depth > 0 ? 7 : 4) switch
    {
        0 => null,
        1 => JsonValue.Create(random.Next(-2, 2000)),
        2 => JsonValue.Create(random.Next(2) == 0),
        3 => JsonValue.Create(Any(random)),
        4 => new JsonArray([.. Enumerable.Range(0, random.Next(4)).Select(_ => Json(random, depth - 1))]),
        _ => new JsonObject(Fields(random, 8).DistinctBy(field => field.Key)
            .Select(field => KeyValuePair.Create(field.Key, Json(random, depth - 1)))),
    };

    private KeyValuePair<string, string>[] Fields(Random random, int count) =>
    [
        .. Enumerable.Range(0, count).Select(_ => _names[random.Next(_names.Count)])
            .Select(name => KeyValuePair.Create(name, random.Next(3) == 0 ? Good(name, random) : Any(random))),
    ];

    private string Good(string name, Random random) => name switch
    {
        "year" => random.Next(3) == 0 ? "2024" : edition.Year.ToString(CultureInfo.InvariantCulture),
        "agency" => random.Next(2) == 0 ? RunningEdition.Agency : RunningEdition.OfOffice,
        "code" => "so-tttt",
        "group" => "small",
        "component" => "A",
        "criterion" => random.Next(2) == 0 ? "A.1" : "B.1",
        "figure" => "files-received",
        "documentName" => "v1",
        "number" or "version" or "round" => random.Next(3).ToString(CultureInfo.InvariantCulture),
        _ => random.Next(2) == 0 ? "1" : "Điểm tối đa",
    };

    private static string Any(Random random) => Bad[random.Next(Bad.Length)];

    private static byte[] Bytes(Random random)
    {
        var bytes = new byte[random.Next(2000)];
        random.NextBytes(bytes);
        return [.. random.Next(3) switch { 0 => "%PDF-1.7\n"u8, 1 => "PK\u0003\u0004"u8, _ => ""u8 }, .. bytes];
    }

    private static IReadOnlyList<string> NamesOf(JsonNode? described)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        Take(described);
        return [.. names.Order(StringComparer.Ordinal)];

        void Take(JsonNode? node)
        {
            if (node is JsonArray array)
            {
                foreach (var item in array)
                    Take(item);
            }
            else if (node is JsonObject { } part)
            {
                if (part["in"]?.ToString() == "query" && part["name"] is { } name)
                    names.Add(name.ToString());
                foreach (var (key, value) in part)
                {
                    if (key == "properties" && value is JsonObject properties)
                        names.UnionWith(properties.Select(property => property.Key));
                    Take(value);
                }
            }
        }
    }

    [GeneratedRegex(
        """<(?:input|select|textarea|button)[^>]*? name="(?<name>[^"]{1,80})""", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FieldName();

    /// <summary>What no client could send in a header.</summary>
    [GeneratedRegex("[^ -~]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex HeaderText();
}
