using System.Diagnostics;

namespace DaNangDxIndex.Harness;

/// <summary>The program started with a verb, as an operator does.</summary>
public static class ProgramVerb
{
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
