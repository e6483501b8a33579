using System.Net;
using DaNangDxIndex.Harness;

namespace DaNangDxIndex.Hosting;

/// <summary>Whoever garbles the token of a form is told so, and calls nobody who watches the log for failures.</summary>
public sealed class GarbledTokenTests(TestApp app) : IClassFixture<TestApp>
{
    [Theory]
    [InlineData("GET", HttpStatusCode.OK)]
    [InlineData("POST", HttpStatusCode.BadRequest)]
    public async Task A_garbled_token_is_the_visitors_fault_and_no_failure_of_ours(string method, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(new(method), new Uri("/da-nang/vi/accounts/sign-in", UriKind.Relative));
        request.Headers.Add("Cookie", "__Host-dx-form=CfDJ8') AND 1=1--");
        if (method == "POST")
            request.Content = new FormUrlEncodedContent([new("UserName", "somebody"), new("__RequestVerificationToken", "CfDJ8garbled")]);
        using var answer = await app.Visitor().Http.SendAsync(request);

        answer.StatusCode.ShouldBe(expected);
        app.Failures.ShouldBeEmpty();
    }
}
