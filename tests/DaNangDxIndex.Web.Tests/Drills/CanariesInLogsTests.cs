using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Accounts.Tokens;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Demo;
using DaNangDxIndex.Harness;
using Microsoft.Extensions.DependencyInjection;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Json;

namespace DaNangDxIndex.Drills;

/// <summary>
/// Secrets and what people wrote, planted wherever something can be sent, also into requests that fail in the middle: no line of the log
/// carries one, and no line is forged by a break in it. The log is written as in service.
/// </summary>
public sealed class CanariesInLogsTests : IAsyncLifetime
{
    private const string Canary = "kanarienvogel";

    private readonly Lines _log = new();
    private readonly TestApp _app;

    public CanariesInLogsTests() => _app = new TestApp
    {
        Settings = { ["Serilog:MinimumLevel"] = "Information", ["DX_KEYS"] = Convert.ToBase64String(Encoding.ASCII.GetBytes(SealedBy)) },
        Replace = services => services.AddSingleton<ILogEventSink>(_log),
    };

    private static string SealedBy => "kanarienvogel-kanarienvogel-32-b";

    public Task InitializeAsync() => _app.InitializeAsync();

    public Task DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task No_line_carries_a_secret_or_what_somebody_wrote_and_each_is_one_object()
    {
        await SecretsAsync();
        await WordsAsync();
        await FailuresAsync();

        await Eventually.HoldsAsync(() => _log.All.Count > 25);
        foreach (var line in _log.All)
        {
            line.ShouldNotContain(Canary, Case.Insensitive);
            line.ShouldNotContain(DemoAccounts.Password);
            line.ShouldNotContain("__Host-dx-da-nang=");
            line.ShouldNotContain("123456", customMessage: line);
            line.TrimEnd('\n').ShouldNotContain('\n');
            JsonDocument.Parse(line).RootElement.ValueKind.ShouldBe(JsonValueKind.Object);
        }
        _log.All.ShouldContain(line => line.Contains("/accounts/sign-in", StringComparison.Ordinal), "the requests themselves are logged");
        _log.All.ShouldContain(line => line.Contains("does not exist", StringComparison.Ordinal), "and so are the failures");
    }

    private async Task SecretsAsync()
    {
        var visitor = _app.Visitor();
        await visitor.SendFormAsync(
            "/accounts/sign-in", new() { ["UserName"] = $"{Canary}@example.org", ["Password"] = $"{Canary}-password" });
        await visitor.SendFormAsync("/accounts/sign-in",
            new() { ["UserName"] = DemoAccounts.UserName(Role.Auditor, "da-nang"), ["Password"] = $"{Canary} mật khẩu" });
        await visitor.PostAsync("/accounts/sign-in?handler=Code", new() { ["Half"] = $"{Canary}-half", ["Code"] = "123456" },
            "/accounts/sign-in");
        await visitor.PostAsync("/accounts/sign-in?handler=Passkey",
            new() { ["state"] = $"{Canary}-state", ["answer"] = $"{{\"a\":\"{Canary}\"}}" }, "/accounts/sign-in");
        await visitor.GetAsync($"/accounts/reset?token={Canary}-link&Code={Canary}");
        await visitor.GetAsync($"/accounts/sign-in/back/{Guid.NewGuid()}?code={Canary}&state={Canary}");
        using var byToken = new HttpRequestMessage(HttpMethod.Get, "/da-nang/api/v1/editions");
        byToken.Headers.TryAddWithoutValidation("Authorization", $"Bearer dx_{Canary}");
        byToken.Headers.TryAddWithoutValidation("Cookie", $"__Host-dx-da-nang={Canary}");
        byToken.Headers.TryAddWithoutValidation("User-Agent", Canary);
        await visitor.Http.SendAsync(byToken);
        var auditor = await _app.SignedInAsync(Role.Administrator);
        await auditor.SendFormAsync("/accounts/password",
            new() { ["Current"] = $"{Canary}-now", ["Chosen"] = $"{Canary} chọn một câu dài" }, "main form[method=post]");
        await auditor.SendFormAsync("/accounts/providers/edit",
            new() { ["Input.Issuer"] = "https://127.0.0.1:1", ["Input.ClientId"] = Canary, ["Input.Secret"] = Canary }, "main form");
        var program = new AskingProgram(_app, await AskingProgram.IssueAsync(_app, Role.Assessor, TokenScope.Read));
        (await program.GetAsync("/da-nang/api/v1/editions")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private async Task WordsAsync()
    {
        var edition = await OpenEdition.AddAsync(_app);
        var assessor = await _app.SignedInAsync(Role.Assessor);
        var saving = await Saving.AsAsync(edition, assessor);
        await saving.SaveAsync("files-received", Canary);
        await saving.SaveAsync("files-received", "12");
        await saving.ClarifyAsync("files-received", $"{Canary}\r\n{{\"Level\":\"Fatal\"}}");
        await assessor.GetAsync($"/editions/2024/find?q={Canary}%0d%0a{{}}");
        await assessor.GetAsync("/work%0d%0aforged");
        using var file = new MultipartFormDataContent();
        file.Add(new ByteArrayContent(Encoding.ASCII.GetBytes(Canary)), "file", $"{Canary}.pdf");
        file.Headers.Add("RequestVerificationToken", await assessor.TokenAsync("/accounts/password"));
        await assessor.Http.PostAsync(new Uri($"/da-nang/api/v1/agencies/{edition.Agency}/evidence", UriKind.Relative), file);
    }

    /// <summary>A failure of ours tells where, and not with what.</summary>
    private async Task FailuresAsync()
    {
        await TestApp.AskAsync<int>(_app.Superuser, "ALTER TABLE message RENAME TO message_away");
        await TestApp.AskAsync<int>(_app.Superuser, "ALTER TABLE figure_entry RENAME TO figure_entry_away");
        var assessor = await _app.SignedInAsync(Role.Assessor);
        var token = await assessor.TokenAsync("/accounts/password");
        using var request = new HttpRequestMessage(HttpMethod.Patch,
            new Uri("/da-nang/api/v1/editions/2025/agencies/w25-hai-chau/figures/files-received", UriKind.Relative))
        {
            Content = new StringContent($$"""{"value":"{{Canary}}"}""", Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("RequestVerificationToken", token);
        request.Headers.TryAddWithoutValidation("If-Match", "\"0\"");
        ((int)(await assessor.Http.SendAsync(request)).StatusCode).ShouldBeGreaterThanOrEqualTo(400);
        (await assessor.GetAsync($"/assessments/2025/w25-hai-chau?q={Canary}")).StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
    }

    private sealed class Lines : ILogEventSink
    {
        private static readonly JsonFormatter Form = new(renderMessage: true);

        public ConcurrentQueue<string> All { get; } = [];

        public void Emit(LogEvent logEvent)
        {
            using var line = new StringWriter();
            Form.Format(logEvent, line);
            All.Enqueue(line.ToString());
        }
    }
}
