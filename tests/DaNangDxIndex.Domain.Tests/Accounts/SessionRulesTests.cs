namespace DaNangDxIndex.Accounts;

public sealed class SessionRulesTests
{
    private static readonly DateTimeOffset Morning = new(2026, 11, 26, 7, 30, 0, TimeSpan.FromHours(7));

    [Theory]
    [InlineData(1, 1, true)]
    [InlineData(0, 9, true)]
    [InlineData(0, 11, false)]
    [InlineData(23, 23.9, true)]
    [InlineData(24, 24, false)]
    public void It_ends_without_requests_and_after_a_day_whatever_was_asked(double lastSeen, double now, bool open) =>
        SessionRules.IsOpen(Morning, Morning.AddHours(lastSeen), Morning.AddHours(now)).ShouldBe(open);

    [Theory]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0",
        "Edge, Windows")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) coc_coc_browser/130 Chrome/124 Safari/537.36",
        "Cốc Cốc, Windows")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile Safari/604.1",
        "Safari, iPhone")]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox, Linux")]
    [InlineData("curl/8", "Unknown browser")]
    [InlineData(null, "Unknown browser")]
    public void A_browser_is_told_as_its_person_knows_it(string? agent, string words) =>
        BrowserInWords.Of(agent).En.ShouldBe(words);
}
