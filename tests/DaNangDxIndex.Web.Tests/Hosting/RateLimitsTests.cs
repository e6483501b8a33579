using System.Net;
using DaNangDxIndex.Harness;

namespace DaNangDxIndex.Hosting;

public sealed class RateLimitsTests : IAsyncLifetime
{
    private readonly TestApp _app = new() { Settings = { ["DX_SIGN_INS_PER_MINUTE"] = "3" } };

    public Task InitializeAsync() => _app.InitializeAsync();

    public Task DisposeAsync() => _app.DisposeAsync();

    [Theory]
    [InlineData("/accounts/sign-in")]
    [InlineData("/accounts/reset")]
    public async Task Who_tries_too_often_is_told_when_to_come_again_while_reading_goes_on(string path)
    {
        var visitor = _app.Visitor();
        for (var i = 0; i < 3; i++)
            (await PostAsync(visitor, path)).StatusCode.ShouldNotBe(HttpStatusCode.TooManyRequests);
        var refused = await PostAsync(visitor, path);
        refused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        refused.Headers.RetryAfter.ShouldNotBeNull().Delta.ShouldNotBeNull()
            .ShouldBeInRange(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(61));
        (await Visitor.ReadAsync(refused)).QuerySelector("h1").ShouldNotBeNull().TextContent.ShouldBe("Quá nhiều yêu cầu");
        (await visitor.GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private static Task<HttpResponseMessage> PostAsync(Visitor visitor, string path) =>
        visitor.Http.PostAsync(new Uri(visitor.Address(path), UriKind.Relative), new FormUrlEncodedContent([new("UserName", "nobody")]));
}
