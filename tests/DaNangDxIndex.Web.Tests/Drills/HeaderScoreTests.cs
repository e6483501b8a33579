using DaNangDxIndex.Accounts;
using DaNangDxIndex.Demo;
using DaNangDxIndex.Harness;

namespace DaNangDxIndex.Drills;

/// <summary>
/// What Mozilla's observatory would give (github.com/mozilla/http-observatory, scoring.md): 100 to begin with, less for what is missing,
/// more for what few have; at three addresses and a sign-in, the headers of all others being compared by HeadersTests. 110 is its A+ with
/// room; 130 is all that a page without cookies can have, so that nothing is lost unseen.
/// </summary>
[Collection(OnlyRead.Name)]
public sealed class HeaderScoreTests(TestApp app)
{
    private const int All = 130;

    [Theory]
    [InlineData("/editions/2024")]
    [InlineData("/accounts/sign-in")]
    [InlineData("/nowhere")]
    public async Task A_published_page_the_sign_in_and_what_is_not_there_score_all_that_can_be_had(string path)
    {
        using var answer = await app.Visitor().GetAsync(path);
        Score(answer).ShouldBeGreaterThanOrEqualTo(All);
    }

    [Fact]
    public async Task The_sign_in_that_sets_a_cookie_does_so_too()
    {
        using var answer = await app.Visitor().SendFormAsync("/accounts/sign-in",
            new() { ["UserName"] = DemoAccounts.UserName(Role.Office, "da-nang"), ["Password"] = DemoAccounts.Password });
        answer.Headers.Contains("Set-Cookie").ShouldBeTrue();
        Score(answer).ShouldBeGreaterThanOrEqualTo(All);
    }

    private static int Score(HttpResponseMessage answer)
    {
        var policy = One(answer, "Content-Security-Policy");
        var score = 100;
        score += policy.StartsWith("default-src 'none'", StringComparison.Ordinal) && !policy.Contains("unsafe", StringComparison.Ordinal)
            ? 10 : policy.Contains("unsafe", StringComparison.Ordinal) ? -20 : -25;
        score += policy.Contains("frame-ancestors 'none'", StringComparison.Ordinal) ? 5 : -20;
        score += One(answer, "X-Content-Type-Options") == "nosniff" ? 0 : -5;
        score += One(answer, "Strict-Transport-Security").Contains("max-age=63072000", StringComparison.Ordinal) ? 0 : -20;
        score += One(answer, "Referrer-Policy") is "no-referrer" or "same-origin" or "strict-origin" or "strict-origin-when-cross-origin"
            ? 5 : 0;
        score += One(answer, "Cross-Origin-Resource-Policy") == "same-origin" ? 10 : 0;
        var cookies = answer.Headers.TryGetValues("Set-Cookie", out var set) ? set.ToList() : [];
        var good = cookies.TrueForAll(cookie => cookie.Contains("secure", StringComparison.OrdinalIgnoreCase)
            && cookie.Contains("httponly", StringComparison.OrdinalIgnoreCase)
            && cookie.Contains("samesite", StringComparison.OrdinalIgnoreCase));
        return score + (cookies.Count == 0 ? 0 : good ? 5 : -40);
    }

    private static string One(HttpResponseMessage answer, string name) =>
        answer.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : "";
}
