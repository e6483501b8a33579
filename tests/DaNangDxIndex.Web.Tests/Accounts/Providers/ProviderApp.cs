using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using DaNangDxIndex.Access;
using DaNangDxIndex.Harness;
using Microsoft.Extensions.DependencyInjection;
using Serilog.Core;
using Serilog.Events;

namespace DaNangDxIndex.Accounts.Providers;

/// <summary>The program with two providers of Da Nang's, both in use, and what is logged of them.</summary>
public sealed class ProviderApp : IAsyncLifetime, ILogEventSink
{
    public const string Chosen = "một câu chỉ mình tôi biết";

    private readonly ConcurrentQueue<string> _warned = [];
    private TestProvider? _city;
    private TestProvider? _other;

    public ProviderApp() => App = new()
    {
        Settings = { ["DX_PROVIDERS_OVER_HTTP"] = "true", ["Serilog:MinimumLevel"] = "Warning" },
        Replace = services => services.AddSingleton<ILogEventSink>(this),
    };

    public TestApp App { get; }

    public TestProvider City => _city ?? throw new InvalidOperationException("Not started.");

    public TestProvider Other => _other ?? throw new InvalidOperationException("Not started.");

    public Guid CityId { get; private set; }

    public Guid OtherId { get; private set; }

    public void Emit(LogEvent logEvent)
    {
        if (logEvent.Level == LogEventLevel.Warning)
            _warned.Enqueue(logEvent.RenderMessage(CultureInfo.InvariantCulture));
    }

    /// <summary>What was warned of since the last look.</summary>
    public IReadOnlyList<string> Warned()
    {
        var seen = new List<string>();
        while (_warned.TryDequeue(out var line))
            seen.Add(line);
        return [.. seen.Where(line => line.Contains("provider", StringComparison.Ordinal))];
    }

    public async Task InitializeAsync()
    {
        (_city, _other) = (await TestProvider.StartAsync(), await TestProvider.StartAsync());
        await App.InitializeAsync();
        CityId = await AddAsync(City.Issuer, "SSO thành phố");
        OtherId = await AddAsync(Other.Issuer, "VNeID thử");
    }

    public async Task DisposeAsync()
    {
        await App.DisposeAsync();
        await City.DisposeAsync();
        await Other.DisposeAsync();
    }

    /// <summary>By the form of the administrator.</summary>
    public async Task<HttpResponseMessage> SendAsync(string issuer, string name, string secondFactor = "", bool active = true) =>
        await (await App.SignedInAsync(Role.Administrator)).SendFormAsync("/accounts/providers/edit", new()
        {
            ["Input.Issuer"] = issuer, ["Input.ClientId"] = TestProvider.Client, ["Input.Secret"] = TestProvider.Secret,
            ["Input.NameVi"] = name, ["Input.NameEn"] = name, ["Input.Place"] = "1", ["Input.SecondFactor"] = secondFactor,
            ["Input.Active"] = active ? "true" : "false",
        }, "main form");

    /// <summary>An account with a password, signed in.</summary>
    public async Task<Visitor> PersonAsync(string name, Role role = Role.Auditor)
    {
        var administrator = await App.SignedInAsync(Role.Administrator);
        await App.Visitor().ChooseAsync(await People.LinkAsync(await administrator.AddAsync(name, role.Code())), Chosen);
        return await App.SignInAsync(name, Chosen);
    }

    /// <summary>An account whose person has linked it with the city's subject.</summary>
    public async Task<Visitor> LinkedAsync(string name, string subject, Role role = Role.Auditor)
    {
        var visitor = await PersonAsync(name, role);
        City.Subject = subject;
        using var back = await visitor.Http.GetAsync(City.Answer(await LinkAsync(visitor, CityId)));
        (back.Headers.Location?.ToString()).ShouldBe("/da-nang/vi/accounts/linked?done=True", await back.Content.ReadAsStringAsync());
        return visitor;
    }

    public static async Task<string> LinkAsync(Visitor visitor, Guid provider) =>
        await AddressAsync(await visitor.PostAsync(
            "/accounts/linked?handler=Link", new() { ["provider"] = provider.ToString() }, "/accounts/linked"));

    /// <summary>Where the button of the sign-in page leads.</summary>
    public async Task<string> LeaveAsync(Visitor visitor, Guid? provider = null, string returnUrl = "") =>
        await AddressAsync(await visitor.PostAsync("/accounts/sign-in?handler=With",
            new() { ["provider"] = (provider ?? CityId).ToString(), ["ReturnUrl"] = returnUrl }, "/accounts/sign-in"));

    private static async Task<string> AddressAsync(HttpResponseMessage answer)
    {
        var page = await Visitor.ReadAsync(answer);
        return page.QuerySelector("#leave").ShouldNotBeNull(page.Body?.TextContent).GetAttribute("href").ShouldNotBeNull();
    }

    private async Task<Guid> AddAsync(string issuer, string name)
    {
        using var answer = await SendAsync(issuer, name);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect, await answer.Content.ReadAsStringAsync());
        return Guid.Parse((answer.Headers.Location?.ToString() ?? "").Split('/', '?')[^2]);
    }
}
