using DaNangDxIndex.Database;
using DaNangDxIndex.Hosting;

namespace DaNangDxIndex.Demo;

/// <summary>
/// The product with the tenants of the demonstration, in a private database. Production does not carry this assembly: its passwords are
/// public.
/// </summary>
public static class DemoProgram
{
    public static Task<int> Main(string[] args) => RunAsync(args, _ => { });

    /// <summary>Serves within another program, such as a test's, which adds what it needs.</summary>
    public static Task<int> RunAsync(string[] args, Action<WebApplicationBuilder> add) => Program.RunAsync(args, builder =>
    {
        AddDemo(builder);
        add(builder);
    });

    private static void AddDemo(WebApplicationBuilder builder)
    {
        if (!string.IsNullOrWhiteSpace(builder.Configuration.GetConnectionString("Dx")))
            throw new CannotStart(
                "The demo runs on its own private database only: leave out ConnectionStrings__Dx, or start DaNangDxIndex.Web.");
        builder.Configuration["DX_EMBEDDED"] = "true";
        builder.Configuration["DX_DATA"] ??= ".data";
        // Every letter is a file to look at; none leaves the machine.
        builder.Configuration["DX_MAIL_FOLDER"] ??= Path.Combine(builder.Configuration["DX_DATA"] ?? ".data", "mail");
        var lives = builder.Configuration.GetValue("DX_DEMO_YEAR", true);
        builder.Services.AddSingleton(new ContentsOfPrivateDatabase((services, ct) => LoadAsync(services, lives, ct)));
        builder.Services.AddSingleton(new AddedVerb(DemoWind.Usage, DemoWind.RunAsync));
        builder.Services.AddHostedService<DemoNotice>();
    }

    private static async Task LoadAsync(IServiceProvider services, bool lives, CancellationToken ct)
    {
        await DemoTenants.LoadAsync(services, ct);
        if (lives)
            await DemoYear.LoadAsync(services, ct);
    }
}
