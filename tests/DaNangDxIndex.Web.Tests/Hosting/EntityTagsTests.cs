using Microsoft.AspNetCore.Http;

namespace DaNangDxIndex.Hosting;

public sealed class EntityTagsTests
{
    [Fact]
    public async Task A_client_that_goes_away_while_its_page_is_made_is_no_failure()
    {
        using var connection = new CancellationTokenSource();
        var http = new DefaultHttpContext { RequestAborted = connection.Token };
        http.Request.Method = HttpMethods.Get;
        http.Request.Headers.IfNoneMatch = "\"an older page\"";

        await EntityTags.CompareAsync(http, async made =>
        {
            await made.Response.WriteAsync("a page");
            await connection.CancelAsync();
        });

        http.Response.StatusCode.ShouldBe(StatusCodes.Status200OK);
    }
}
