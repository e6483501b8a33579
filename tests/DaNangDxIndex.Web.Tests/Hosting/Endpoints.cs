using System.Text.RegularExpressions;
using DaNangDxIndex.Harness;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace DaNangDxIndex.Hosting;

/// <summary>An address that the program serves, with all that its page or controller says of it.</summary>
/// <param name="Methods">What it takes; of a page also with the names of its handlers: "GET", "POST", "POST Accept".</param>
internal sealed partial record Endpoints(string Pattern, EndpointMetadataCollection Metadata, IReadOnlyList<string> Methods)
{
    /// <summary>Pages tell their attributes only once they are loaded.</summary>
    public static Task<List<Endpoints>> OfAsync(TestApp app) => OfAsync(app.Services);

    public static async Task<List<Endpoints>> OfAsync(IServiceProvider services)
    {
        var loader = services.GetRequiredService<PageLoader>();
        var found = new List<Endpoints>();
        foreach (var endpoint in services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            var page = endpoint.Metadata.GetMetadata<PageActionDescriptor>();
            var loaded = page is null ? null : await loader.LoadAsync(page, endpoint.Metadata);
            var pattern = endpoint.RoutePattern.RawText ?? "";
            found.Add(new(
                pattern.StartsWith('/') ? pattern : "/" + pattern,
                loaded?.Endpoint?.Metadata ?? endpoint.Metadata,
                loaded is null ? endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"] : MethodsOf(loaded)));
        }
        return found;
    }

    /// <summary>What each of its methods takes, as the program says: the page's bound properties and the handler's parameters.</summary>
    public IEnumerable<(string Method, IEnumerable<ParameterDescriptor> Taken)> Handlers()
    {
        var action = Metadata.GetMetadata<ActionDescriptor>();
        return action is CompiledPageActionDescriptor page
            ? page.HandlerMethods.Select(handler => (
                $"{handler.HttpMethod.ToUpperInvariant()} {handler.Name}".Trim(),
                page.BoundProperties.Concat<ParameterDescriptor>(handler.Parameters)))
            : Methods.Select(method => (method, action?.Parameters ?? Enumerable.Empty<ParameterDescriptor>()));
    }

    /// <summary>Served beside the tenants, to programs.</summary>
    public static bool IsOutsideTenants(string pattern) =>
        pattern.StartsWith("/health/", StringComparison.Ordinal) || pattern.StartsWith("/openapi/", StringComparison.Ordinal);

    /// <summary>What an address of a tenant begins with; the API speaks no language.</summary>
    public static string Before(string pattern, string tenant = "da-nang") => IsOutsideTenants(pattern) ? ""
        : pattern.StartsWith("/api/", StringComparison.Ordinal) ? $"/{tenant}"
        : $"/{tenant}/vi";

    /// <summary>Names of what varies in an address: "year" of "/editions/{year:int}".</summary>
    public static IEnumerable<string> PartsOf(string pattern) => Part().Matches(pattern).Select(match => match.Groups["name"].Value);

    /// <param name="value">By the name of the part, and the part as it is written.</param>
    public static string Filled(string pattern, Func<string, string, string> value) =>
        Part().Replace(pattern, match => value(match.Groups["name"].Value, match.Value));

    private static List<string> MethodsOf(CompiledPageActionDescriptor page) =>
        [.. page.HandlerMethods.Select(handler => $"{handler.HttpMethod.ToUpperInvariant()} {handler.Name}".Trim()).Prepend("GET").Distinct(
            StringComparer.Ordinal)];

    [GeneratedRegex("""\{(?<name>\w+)[^}]*\}""", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Part();
}
