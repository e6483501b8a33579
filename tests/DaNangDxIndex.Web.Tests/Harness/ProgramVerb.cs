using System.Diagnostics;
using DaNangDxIndex.Database;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace DaNangDxIndex.Harness;

/// <summary>The program started with a verb.</summary>
public static class ProgramVerb
{
    /// <summary>
    /// In this process, which has compiled the program already: what a verb does and says is the same, and a start costs a second of the
    /// processor. What only a process of its own shows, such as what stops the start, is seen by <see cref="RunAsync"/>.
    /// </summary>
    public static Task<(int Code, string Told)> RunHereAsync(Dictionary<string, string> settings, params string[] words) =>
        OwnConsole.HearAsync(() => Program.RunAsync(words, builder =>
        {
            builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(
                setting.Key.Replace("__", ":", StringComparison.Ordinal), (string?)setting.Value)));
            builder.Services.ConfigureDbContext<DxIndexDb>(SharedMapping.Share);
        }));

    /// <summary>As an operator does.</summary>
    public static async Task<(int Code, string Told)> RunAsync(Dictionary<string, string> settings, params string[] words)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "DaNangDxIndex.Web.dll"), .. words])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        using var process = Process.Start(start).ShouldNotBeNull();
        var told = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, string.Concat(told));
    }
}
