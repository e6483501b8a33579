using DaNangDxIndex.Harness;

namespace DaNangDxIndex.Drills;

/// <summary>The tenant stands in the address, so everybody may write anything there.</summary>
public sealed class GarbageTenantTests(GarbageTenantTests.Served served) : IClassFixture<GarbageTenantTests.Served>
{
    private readonly TestApp _app = served.App;

    /// <summary>Over the network, as a stranger's request comes.</summary>
    public sealed class Served : IAsyncLifetime
    {
        public TestApp App { get; } = new() { OverNetwork = true };

        public Task InitializeAsync() => App.InitializeAsync();

        public Task DisposeAsync() => App.DisposeAsync();
    }

    public static TheoryData<string> Garbage => new(
        "DA-NANG", "da-nang ", "da_nang", "da-nang'--", "da-nang%27%20OR%201=1--", "..%2fda-nang", "da-nang%2f..%2fkhanh-hoa",
        "da-nang;khanh-hoa", "da-nang%00", "da-nang%0d%0aX-A:%20b", "đà-nẵng", "%C4%91a-nang", "00000000-0000-0000-0000-000000000000",
        "app.tenant_id", "null", "da-nangda-nang", "-", "api", new string('a', 3000));

    [Theory]
    [MemberData(nameof(Garbage))]
    public async Task Nobody_lives_there_and_no_other_tenant_answers_in_its_place(string garbage)
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        http.BaseAddress = _app.Visitor().Http.BaseAddress;
        foreach (var rest in new[] { "/vi/", "/vi/work", "/vi/accounts", "/vi/editions/2024", "/api/v1/editions" })
        {
            using var answer = await http.GetAsync(new Uri($"/{garbage}{rest}", UriKind.Relative));
            var said = await answer.Content.ReadAsStringAsync();
            ((int)answer.StatusCode).ShouldBeInRange(400, 499, $"{garbage}{rest}");
            said.ShouldNotContain("Quận Hải Châu");
            answer.Headers.Contains("X-A").ShouldBeFalse();
        }
    }
}
