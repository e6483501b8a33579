using System.Net;
using System.Text.RegularExpressions;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Accounts.Tokens;
using DaNangDxIndex.Demo;
using DaNangDxIndex.Harness;
using Microsoft.AspNetCore.RateLimiting;

namespace DaNangDxIndex.Hosting;

public sealed class RateLimitsTests : IAsyncLifetime
{
    private readonly TestApp _app = new()
    {
        Settings = { ["DX_SIGN_INS_PER_MINUTE"] = "3", ["DX_REQUESTS_PER_TOKEN"] = "4", ["DX_REQUESTS_PER_ACCOUNT"] = "30" },
    };

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

    /// <summary>Each web process counts for itself; HAProxy counts for all of them, where its file knows the same addresses.</summary>
    [Fact]
    public async Task What_takes_a_password_is_counted_in_front_of_all_processes_too()
    {
        var file = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "deploy", "cluster", "haproxy.cfg"));
        var line = file.Split('\n').Single(line => line.Contains("acl takes_password path", StringComparison.Ordinal));
        var known = new Regex(line.Split("-m reg -i ")[1], RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1));
        var sent = (await Endpoints.OfAsync(_app)).Where(
            endpoint => endpoint.Methods.Any(method => method.StartsWith("POST", StringComparison.Ordinal)));
        var limited = sent.ToLookup(
            endpoint => endpoint.Metadata.GetMetadata<EnableRateLimitingAttribute>()?.PolicyName == RateLimits.SignIn,
            endpoint => Endpoints.Before(endpoint.Pattern) + endpoint.Pattern);
        limited[true].Distinct().Count().ShouldBe(6);
        limited[true].ShouldAllBe(address => known.IsMatch(address));
        limited[false].ShouldAllBe(address => !known.IsMatch(address));
        file.ShouldContain("sc_http_req_rate(0,sign_ins) gt 30", Case.Sensitive, "as DX_SIGN_INS_PER_MINUTE is without a setting");
    }

    [Fact]
    public async Task A_token_asks_so_often_a_minute_and_another_token_of_the_same_person_still_may()
    {
        var first = new AskingProgram(_app, await AskingProgram.IssueAsync(_app, Role.Assessor, TokenScope.Read, "một"));
        var second = new AskingProgram(_app, await AskingProgram.IssueAsync(_app, Role.Assessor, TokenScope.Read, "hai"));
        const string Path = "/da-nang/api/v1/agencies/w25-hai-chau/evidence";
        for (var time = 0; time < 4; time++)
        {
            using var answer = await first.GetAsync(Path);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        }
        using var refused = await first.GetAsync(Path);
        (refused.StatusCode, refused.Headers.RetryAfter is null).ShouldBe((HttpStatusCode.TooManyRequests, false));
        using var other = await second.GetAsync(Path);
        other.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_person_asks_so_often_a_minute_in_all_browsers_and_is_told_when_to_come_again_with_what_was_typed()
    {
        var (one, other) = (await SignInAsync(Role.Office), await SignInAsync(Role.Office));
        var token = await one.TokenAsync("/accounts/tokens");
        var status = HttpStatusCode.OK;
        for (var time = 0; time < 30 && status == HttpStatusCode.OK; time++)
            status = (await (time % 2 == 0 ? one : other).GetAsync("/notices")).StatusCode;
        status.ShouldBe(HttpStatusCode.TooManyRequests);

        using var refused = await one.Http.PostAsync(new Uri(one.Address("/accounts/tokens?handler=Any"), UriKind.Relative),
            new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("Name", "Phần mềm một cửa")]));
        (refused.StatusCode, refused.Headers.RetryAfter is null).ShouldBe((HttpStatusCode.TooManyRequests, false));
        var again = (await Visitor.ReadAsync(refused)).QuerySelector("form[action$='/accounts/tokens?handler=Any']").ShouldNotBeNull();
        again.QuerySelector("input[name=Name]").ShouldNotBeNull().GetAttribute("value").ShouldBe("Phần mềm một cửa");
        (await (await SignInAsync(Role.Auditor)).GetAsync("/notices")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await _app.Visitor().GetAsync("/")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private Task<Visitor> SignInAsync(Role role) =>
        _app.SignInAsync(DemoAccounts.UserName(role, "da-nang"), DemoAccounts.Password);
}
