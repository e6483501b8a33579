using DaNangDxIndex.Database;
using DaNangDxIndex.Hosting;

namespace DaNangDxIndex.Demo;

/// <summary>
/// The product with the tenants of the demonstration, in a private database. Production does not carry this assembly: its passwords are public.
/// </summary>
public static class DemoProgram
{
    public static Task<int> Main(string[] args) => Program.RunAsync(args, AddDemo);

    private static void AddDemo(WebApplicationBuilder builder)
    {
        if (!string.IsNullOrWhiteSpace(builder.Configuration.GetConnectionString("Dx")))
            throw new CannotStart("The demo runs on its own private database only: leave out ConnectionStrings__Dx, or start DaNangDxIndex.Web.");
        builder.Configuration["DX_EMBEDDED"] = "true";
        builder.Configuration["DX_DATA"] ??= ".data";
        builder.Services.AddSingleton(new ContentsOfPrivateDatabase(DemoTenants.LoadAsync));
        builder.Services.AddSingleton(new AddedVerb(DemoClock.Usage, DemoClock.RunAsync));
        builder.Services.AddHostedService<DemoNotice>();
    }
}
