using System.Diagnostics;

namespace DaNangDxIndex.Hosting;

/// <summary>The demo's password is public, so a setting that was forgotten must not start it.</summary>
public sealed class DemoSwitchTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task Without_a_database_and_without_the_switch_the_program_says_so_and_ends(string? connection)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "DaNangDxIndex.Web.dll")])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        start.Environment.Remove("DX_DEMO");
        start.Environment["ConnectionStrings__Dx"] = connection;
        using var process = Process.Start(start).ShouldNotBeNull();
        var told = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(1);
        string.Concat(told).Trim().ShouldBe(
            "No database is given: set ConnectionStrings__Dx, or DX_DEMO=true to try the program on demo data.");
    }
}
