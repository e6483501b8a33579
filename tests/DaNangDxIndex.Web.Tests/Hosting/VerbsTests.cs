using System.Diagnostics;
using DaNangDxIndex.Harness;

namespace DaNangDxIndex.Hosting;

/// <summary>The program started with a verb.</summary>
public sealed class VerbsTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task A_trail_is_verified_and_one_of_a_tenant_that_is_not_there_is_not_said_to_hold()
    {
        var (code, told) = await RunAsync("audit", "verify", "da-nang");
        code.ShouldBe(0, told);
        told.ShouldContain("da-nang: ");

        (code, told) = await RunAsync("audit", "verify", "da-nagn");
        code.ShouldBe(2);
        told.ShouldContain("There is no tenant da-nagn.");
    }

    private async Task<(int Code, string Told)> RunAsync(params string[] words)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "DaNangDxIndex.Web.dll"), .. words])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["ConnectionStrings__Dx"] = app.Application },
        };
        using var process = Process.Start(start).ShouldNotBeNull();
        var told = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, string.Concat(told));
    }
}
