namespace DaNangDxIndex.Harness;

/// <summary>What every answer says to the browser, whatever it answers and to whom.</summary>
internal static class TrustedAnswer
{
    private static readonly string[] OfPage =
        ["default-src 'none'; script-src 'self';", "frame-ancestors 'none'", "base-uri 'none'", "object-src 'none'", "form-action 'self'"];

    /// <summary>A file that somebody handed in may be looked at in a frame of ours, and does nothing there.</summary>
    private static readonly string[] OfFile = ["default-src 'none'; style-src 'unsafe-inline';", "; sandbox;", "form-action 'none'"];

    private static readonly string[] Present =
        ["Referrer-Policy", "Cross-Origin-Opener-Policy", "Cross-Origin-Resource-Policy", "Permissions-Policy"];

    /// <summary>To trust nothing from elsewhere.</summary>
    public static void ShouldTrustNothingElse(this HttpResponseMessage answer, string told)
    {
        var policy = One(answer, "Content-Security-Policy", told);
        var isFile = policy.Contains("sandbox", StringComparison.Ordinal);
        policy.Contains("unsafe", StringComparison.Ordinal).ShouldBe(isFile, told);
        foreach (var part in isFile ? OfFile : OfPage)
            policy.ShouldContain(part, customMessage: told);
        One(answer, "X-Content-Type-Options", told).ShouldBe("nosniff", told);
        One(answer, "Strict-Transport-Security", told).ShouldBe("max-age=63072000; includeSubDomains", told);
        foreach (var name in Present)
            answer.Headers.Contains(name).ShouldBeTrue($"{name} of {told}");
        foreach (var name in new[] { "Server", "X-Powered-By" })
            answer.Headers.Contains(name).ShouldBeFalse($"{name} of {told}");
    }

    /// <summary>What a signed-in person sees: the next one at this machine goes back in the browser's own store.</summary>
    public static void ShouldBeStoredNowhere(this HttpResponseMessage answer, string told) =>
        answer.Headers.CacheControl.ShouldNotBeNull(told).NoStore.ShouldBeTrue(told);

    private static string One(HttpResponseMessage answer, string name, string told) =>
        answer.Headers.TryGetValues(name, out var values) ? values.ShouldHaveSingleItem(told) : throw new ShouldAssertException(
            $"{told} has no {name}");
}
