using DaNangDxIndex.Accounts;
using DaNangDxIndex.Database;
using DaNangDxIndex.Demo;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace DaNangDxIndex.Harness;

/// <summary>
/// The program as ./run starts it, over the network and over a folder of its own, but in the process of the tests: what it has compiled
/// for one class it need not compile for the next.
/// </summary>
internal sealed class ServedHere
{
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task<int> _program;

    static ServedHere()
    {
        // A person has 128 handles of the kernel that watch files: so many programs at once look by themselves.
        Environment.SetEnvironmentVariable("DOTNET_USE_POLLING_FILE_WATCHER", "true");
        // Several programs share what else each has alone.
        ThreadPool.SetMinThreads(32, 32);
    }

    private ServedHere(string[] words) => _program = Task.Run(() => DemoProgram.RunAsync(words, Add));

    public static ServedHere Start(string folder, Uri address, string demoYear) => new(
    [
        "--contentRoot", Path.Combine(ProductProcess.Root(), "src", "DaNangDxIndex.Web"),
        "--applicationName", typeof(DemoProgram).Assembly.GetName().Name ?? "",
        "--ConnectionStrings:Dx", "",
        "--DX_DATA", folder,
        "--Serilog:MinimumLevel", "Error",
        .. ProductProcess.Settings(address, demoYear).SelectMany(setting => new[] { $"--{setting.Name}", setting.Value }),
    ]);

    public async Task ReadyAsync()
    {
        await await Task.WhenAny(_ready.Task, _program).WaitAsync(TimeSpan.FromMinutes(3));
        _program.IsCompleted.ShouldBeFalse("the program ended instead of serving");
    }

    public async Task StopAsync()
    {
        _end.TrySetResult();
        (await _program.WaitAsync(TimeSpan.FromMinutes(1))).ShouldBe(0);
    }

    private void Add(WebApplicationBuilder builder)
    {
        builder.Services.AddHostedService(services => new Life(services.GetRequiredService<IHostApplicationLifetime>(), this));
        builder.Services.ConfigureDbContext<DxIndexDb>(SharedMapping.Share);
        // A password is as good in a test after one round as after two hundred thousand.
        builder.Host.ConfigureContainer<IServiceCollection>((_, services) =>
            services.Replace(ServiceDescriptor.Singleton<IPasswordHasher<Account>>(new PasswordHashes(rounds: 1))));
    }

    private sealed class Life(IHostApplicationLifetime lifetime, ServedHere served) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            lifetime.ApplicationStarted.Register(served._ready.SetResult);
            _ = served._end.Task.ContinueWith(_ => lifetime.StopApplication(), TaskScheduler.Default);
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
