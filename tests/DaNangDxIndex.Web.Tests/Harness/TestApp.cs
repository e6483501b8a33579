using System.Collections.Concurrent;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Database;
using DaNangDxIndex.Demo;
using DaNangDxIndex.Tenancy;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Serilog.Core;

namespace DaNangDxIndex.Harness;

/// <summary>
/// The whole web program over its own copy of the demo's database, with the application's own role.
/// Use it as a class fixture: <c>public sealed class My_tests(TestApp app) : IClassFixture&lt;TestApp&gt;</c>.
/// </summary>
public sealed class TestApp : IAsyncLifetime
{
    private readonly ConcurrentDictionary<string, Lazy<Task<Visitor>>> _signedIn = new(StringComparer.Ordinal);
    private readonly LoggedFailures _failures = new();
    private WebApplicationFactory<Program>? _host;
    private Func<Task> _forget = () => Task.CompletedTask;

    public string Application { get; private set; } = "";

    public string Owner { get; private set; } = "";

    /// <summary>PostgreSQL's own superuser, for tests that read the catalogue or forge what nobody may.</summary>
    public string Superuser { get; private set; } = "";

    /// <summary>More of the application's connection string, such as a small pool.</summary>
    public string More { get; init; } = "";

    /// <summary>Serve over the network as in production, where what the server itself bounds is to be seen.</summary>
    public bool OverNetwork { get; init; }

    /// <summary>What the framework gives and a test needs otherwise, such as a slow password hasher.</summary>
    public Action<IServiceCollection> Replace { get; init; } = _ => { };

    /// <summary>More settings, as in the environment.</summary>
    public Dictionary<string, string> Settings { get; } = [];

    /// <summary>What the program logged as its own failure: what a test says beside an answer that nobody expected.</summary>
    public string Failures => _failures.ToString();

    public IServiceProvider Services => Host.Services;

    private WebApplicationFactory<Program> Host => _host ?? throw new InvalidOperationException("The app has not been started.");

    public async Task InitializeAsync()
    {
        var (postgres, database) = await TestCluster.CopyAsync();
        _forget = () => postgres.ForgetAsync(database);
        Application = postgres.Connection("dx_app", database);
        Owner = postgres.Connection("dx_owner", database);
        Superuser = postgres.Connection("postgres", database);
        // Any free port: at the product's own two apps at once, or a product that runs beside the tests, would be in each other's way.
        if (OverNetwork)
            Settings["DX_URLS"] = "http://127.0.0.1:0";
        _host = TestCluster.Host(Application + More, owner: null, Settings, services =>
        {
            services.AddSingleton<ILogEventSink>(_failures);
            Replace(services);
        });
        if (OverNetwork)
        {
            _host.UseKestrel(0);
            _host.StartServer();
        }
    }

    public async Task DisposeAsync()
    {
        await Host.DisposeAsync();
        await _forget();
    }

    /// <summary>Somebody who is not signed in. Cookies are kept, redirects are not followed.</summary>
    public Visitor Visitor(string tenant = "da-nang", string language = "vi")
    {
        var site = OverNetwork ? Host.ClientOptions.BaseAddress : new("https://localhost");
        return new(Host.CreateDefaultClient(site, new CookieContainerHandler(), new DocumentedAnswers()), tenant, language);
    }

    /// <summary>The demo's account of the role, signed in through the page; one sign-in per app, tenant and role.</summary>
    public Task<Visitor> SignedInAsync(Role role, string tenant = "da-nang") =>
        _signedIn.GetOrAdd($"{tenant}/{role}",
            _ => new(() => SignInAsync(DemoAccounts.UserName(role, tenant), DemoAccounts.Password, tenant))).Value;

    public async Task<Visitor> SignInAsync(string userName, string password, string tenant = "da-nang")
    {
        var visitor = Visitor(tenant);
        var answer = await visitor.SendFormAsync("/accounts/sign-in", new() { ["UserName"] = userName, ["Password"] = password });
        answer.StatusCode.ShouldBe(System.Net.HttpStatusCode.Redirect);
        return visitor;
    }

    /// <summary>Runs code of the program itself, in a tenant: <c>await app.InTenantAsync("da-nang", s => …)</c>.</summary>
    public async Task<T> InTenantAsync<T>(string slug, Func<IServiceProvider, Task<T>> act)
    {
        await using var scope = Services.CreateAsyncScope();
        var tenants = Services.GetRequiredService<Tenants>();
        var tenant = await tenants.FindAsync(slug, CancellationToken.None);
        if (tenant is null)
        {
            // Added by the test a moment ago: an unknown slug is looked up at most once a second.
            tenants.Forget();
            tenant = await tenants.FindAsync(slug, CancellationToken.None);
        }
        scope.ServiceProvider.GetRequiredService<CurrentTenant>().Enter(tenant.ShouldNotBeNull());
        return await act(scope.ServiceProvider);
    }

    public Task<T> InDatabaseAsync<T>(string slug, Func<DxIndexDb, Task<T>> act) =>
        InTenantAsync(slug, services => act(services.GetRequiredService<DxIndexDb>()));

    /// <summary>One value by SQL, as the given role (<see cref="Application"/>, <see cref="Owner"/> or <see cref="Superuser"/>).</summary>
    public static async Task<T?> AskAsync<T>(string connection, string sql)
    {
        await using var opened = new NpgsqlConnection(connection);
        await opened.OpenAsync();
        await using var command = new NpgsqlCommand(sql, opened);
        return await command.ExecuteScalarAsync() is T value ? value : default;
    }

    /// <summary>The first column of every row.</summary>
    public static async Task<List<string>> ListAsync(string connection, string sql)
    {
        await using var opened = new NpgsqlConnection(connection);
        await opened.OpenAsync();
        await using var command = new NpgsqlCommand(sql, opened);
        await using var rows = await command.ExecuteReaderAsync();
        var list = new List<string>();
        while (await rows.ReadAsync())
            list.Add(rows.GetValue(0).ToString() ?? "");
        return list;
    }
}
