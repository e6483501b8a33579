using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using DaNangDxIndex.Harness;
using Microsoft.Playwright;

namespace DaNangDxIndex.Pages;

/// <summary>
/// What somebody who comes for the first time loads, as it goes over the wire: page, styles, script, letters, icon. The sums are written
/// to the test's output.
/// </summary>
[Collection(OnlyLookedAt.Name)]
public sealed class FirstVisitTests(Product product, Xunit.Abstractions.ITestOutputHelper output)
{
    private const double MostKilobytes = 100;

    [Theory]
    [InlineData("/")]
    [InlineData("/editions/2024")]
    [InlineData("/editions/2024/agencies/so-tttt")]
    [InlineData("/accounts/sign-in")]
    public async Task A_first_visit_loads_at_most_a_hundred_kilobytes(string path) =>
        (await LoadedAsync(await product.PersonAsync(), path)).ShouldBeInRange(1, MostKilobytes);

    [Fact]
    public async Task A_form_loads_at_most_a_hundred_kilobytes_where_nothing_is_kept_yet()
    {
        var assessor = await product.PersonAsync();
        await assessor.SignInAsync("assessor");
        var cookies = await assessor.Page.Context.CookiesAsync();
        var anew = await product.PersonAsync();
        await anew.Page.Context.AddCookiesAsync(cookies.Select(cookie => new Cookie
        {
            Name = cookie.Name, Value = cookie.Value, Domain = cookie.Domain, Path = cookie.Path, Secure = cookie.Secure,
            HttpOnly = cookie.HttpOnly,
        }));

        (await LoadedAsync(anew, "/assessments/2025/w25-hai-chau/components/online-services")).ShouldBeInRange(1, MostKilobytes);
    }

    private async Task<double> LoadedAsync(Person person, string path)
    {
        var (bytes, underway) = (0d, new ConcurrentDictionary<string, bool>(StringComparer.Ordinal));
        var wire = await person.Page.Context.NewCDPSessionAsync(person.Page);
        await wire.SendAsync("Network.enable");
        wire.Event("Network.requestWillBeSent").OnEvent += (_, sent) => underway.TryAdd(IdOf(sent), true);
        wire.Event("Network.loadingFailed").OnEvent += (_, failed) => underway.TryRemove(IdOf(failed), out var _);
        wire.Event("Network.loadingFinished").OnEvent += (_, loaded) =>
        {
            bytes += loaded?.GetProperty("encodedDataLength").GetDouble() ?? 0;
            underway.TryRemove(IdOf(loaded), out var _);
        };
        await person.OpenAsync(path);
        await Eventually.HoldsAsync(async () => await person.Page.EvaluateAsync<bool>(
            "document.readyState === 'complete' && document.fonts.status === 'loaded'") && underway.IsEmpty);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{path}: {bytes / 1000:0.0} KB"));
        return bytes / 1000;
    }

    private static string IdOf(JsonElement? told) => told?.GetProperty("requestId").GetString() ?? "";
}
