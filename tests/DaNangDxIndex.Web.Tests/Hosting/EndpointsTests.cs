using DaNangDxIndex.Frame;
using DaNangDxIndex.Harness;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;

namespace DaNangDxIndex.Hosting;

public sealed class EndpointsTests(TestApp app) : IClassFixture<TestApp>
{
    /// <summary>What anybody may ask for. A new public page or endpoint is named here, on purpose.</summary>
    private static readonly string[] Public =
    [
        "/accounts/reset", "/accounts/sign-in", "/accounts/sign-in/back/{id:guid}",
        "/error/{status:int}", "/health", "/health/live", "/health/ready", "/openapi/v1.json",
        "/", "/api", "/editions/{year:int}", "/editions/{year:int}/agencies/{code}", "/editions/{year:int}/methodology",
        "/editions/{year:int}/corrections", "/editions/{year:int}/find", "/editions/{year:int}/story",
        "/editions/{year:int}/methodology/changes", "/editions/{year:int}/printed", "/editions/{year:int}/levels",
        "/editions/{year:int}/targets", "/editions/{year:int}/targets/{code}", "/verify/{code?}",
        "/verify/file", "/data", "/problems/{code?}",
    ];

    [Fact]
    public async Task Every_page_and_endpoint_names_its_policy_or_is_named_public()
    {
        var offenders = new List<string>();
        foreach (var endpoint in await Endpoints.OfAsync(app))
        {
            var open = endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;
            var policy = endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Any(data => !string.IsNullOrEmpty(data.Policy));
            if (!open && !policy)
                offenders.Add($"{endpoint.Pattern} names neither a policy nor that it is public");
            if (open && policy)
                offenders.Add($"{endpoint.Pattern} names a policy that [AllowAnonymous] makes void");
            if (open && !endpoint.Pattern.StartsWith("/api/v1/", StringComparison.Ordinal) && !Public.Contains(endpoint.Pattern))
                offenders.Add($"{endpoint.Pattern} is public and not on the list of what is");
        }
        offenders.ShouldBeEmpty();
    }

    /// <summary>What anybody may ask for and is not made of what is public alone, each with the reason.</summary>
    private static readonly Dictionary<string, string> AskedAsApplication = new(StringComparer.Ordinal)
    {
        ["/accounts/reset"] = "sets a password",
        ["/accounts/sign-in"] = "reads accounts and begins sessions",
        ["/accounts/sign-in/back/{id:guid}"] = "reads accounts and begins sessions",
        ["/error/{status:int}"] = "asks for nothing",
        ["/health"] = "asks whether the schema is the program's",
        ["/health/live"] = "asks for nothing",
        ["/health/ready"] = "asks whether the schema is the program's",
        ["/openapi/v1.json"] = "asks for nothing",
    };

    [Fact]
    public async Task What_anybody_may_read_is_asked_for_as_the_reader_or_named_with_a_reason() => (await Endpoints.OfAsync(app))
        .Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null
            && endpoint.Metadata.GetMetadata<AnybodyReadsAttribute>() is null)
        .Select(endpoint => endpoint.Pattern).Distinct(StringComparer.Ordinal)
        .ShouldBe(AskedAsApplication.Keys, ignoreOrder: true);

    [Fact]
    public async Task What_the_api_gives_to_anybody_is_only_read()
    {
        var offenders = (await Endpoints.OfAsync(app))
            .Where(endpoint => endpoint.Pattern.StartsWith("/api/v1/", StringComparison.Ordinal)
                && endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            .Where(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods
                .Any(method => method is not ("GET" or "HEAD")) == true);
        offenders.Select(endpoint => endpoint.Pattern).ShouldBeEmpty();
    }
}
