using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Demo;
using DaNangDxIndex.Harness;

namespace DaNangDxIndex.Assessments;

public sealed class EntrySurvivesKillTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Every_field_that_showed_saved_is_there_after_the_program_was_killed()
    {
        var edition = await OpenEdition.AddAsync(app);
        var (cookies, token) = await SignInAsync(edition);
        var port = FreePort();
        using var program = Start(port);
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = new Uri($"http://127.0.0.1:{port}"), Timeout = TimeSpan.FromSeconds(20) };
        await UntilHealthyAsync(http);
        var acknowledged = new ConcurrentDictionary<string, string>(StringComparer.Ordinal);

        var writers = new[] { "files-received", "files-online", "files-paid", "articles" }.Select(figure => WriteUntilRefusedAsync(http, edition, figure, cookies, token, acknowledged)).ToList();
        while (acknowledged.Count < writers.Count || acknowledged.Values.Sum(int.Parse) < 40)
            await Task.Delay(20);
        program.Kill();
        await Task.WhenAll(writers);

        foreach (var (figure, value) in acknowledged)
        {
            // One more may have been stored whose answer never arrived; none that was acknowledged may be missing.
            var stored = int.Parse((await edition.StoredAsync(figure)).ShouldNotBeNull().Declared.ShouldNotBeNull(), System.Globalization.CultureInfo.InvariantCulture);
            stored.ShouldBeInRange(int.Parse(value, System.Globalization.CultureInfo.InvariantCulture), int.Parse(value, System.Globalization.CultureInfo.InvariantCulture) + 1, figure);
        }
    }

    private static async Task WriteUntilRefusedAsync(HttpClient http, OpenEdition edition, string figure, string cookies, string token, ConcurrentDictionary<string, string> acknowledged)
    {
        try
        {
            for (var version = 0; ; version++)
            {
                using var request = new HttpRequestMessage(HttpMethod.Patch, $"/da-nang/api/v1/editions/{edition.Year}/agencies/{edition.Agency}/figures/{figure}")
                {
                    Content = JsonContent.Create(new { value = $"{version + 1}" }),
                };
                request.Headers.TryAddWithoutValidation("If-Match", $"\"{version}\"");
                request.Headers.Add("Cookie", cookies);
                request.Headers.Add("RequestVerificationToken", token);
                using var answer = await http.SendAsync(request);
                answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
                acknowledged[figure] = $"{version + 1}";
            }
        }
        catch (HttpRequestException)
        {
            // Killed: what was acknowledged until now has to be there.
        }
    }

    /// <summary>Cookies by hand: they are "Secure", and the program listens without TLS here.</summary>
    private async Task<(string Cookies, string Token)> SignInAsync(OpenEdition edition)
    {
        var visitor = app.Visitor();
        var cookies = new List<string>();
        Keep(await visitor.GetAsync("/accounts/sign-in"));
        Keep(await visitor.SendFormAsync("/accounts/sign-in", new() { ["UserName"] = DemoAccounts.UserName(Role.Assessor, "da-nang"), ["Password"] = DemoAccounts.Password }));
        return (string.Join("; ", cookies), await visitor.TokenAsync($"{edition.Path}/components/A"));

        void Keep(HttpResponseMessage answer)
        {
            if (answer.Headers.TryGetValues("Set-Cookie", out var set))
                cookies.AddRange(set.Select(cookie => cookie.Split(';')[0]));
        }
    }

    private Process Start(int port)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            Environment = { ["ConnectionStrings__Dx"] = app.Application, ["DX_URLS"] = $"http://127.0.0.1:{port}", ["ASPNETCORE_ENVIRONMENT"] = "Production" },
        };
        var program = Process.Start(start).ShouldNotBeNull();
        program.OutputDataReceived += (_, _) => { };
        program.BeginOutputReadLine();
        return program;
    }

    private static async Task UntilHealthyAsync(HttpClient http)
    {
        for (var attempt = 0; attempt < 1200; attempt++)
        {
            try
            {
                using var answer = await http.GetAsync(new Uri("/health/ready", UriKind.Relative));
                if (answer.IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(100);
        }

        Assert.Fail("The program did not become ready.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
