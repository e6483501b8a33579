using System.Diagnostics;

namespace DaNangDxIndex.Hosting;

/// <summary>
/// A setting that was forgotten must not start the program on an empty database of its own, nor the demo beside real data.
/// </summary>
public sealed class EmbeddedSwitchTests
{
    [Theory]
    [InlineData("Web", null, null,
        "No database is given: set ConnectionStrings__Dx, or DX_EMBEDDED=true for a private one in the folder DX_DATA.")]
    [InlineData("Web", "", null,
        "No database is given: set ConnectionStrings__Dx, or DX_EMBEDDED=true for a private one in the folder DX_DATA.")]
    [InlineData("Web", null, "true", "DX_EMBEDDED=true also needs DX_DATA, the folder of the private database.")]
    [InlineData("Demo", "Host=db", null,
        "The demo runs on its own private database only: leave out ConnectionStrings__Dx, or start DaNangDxIndex.Web.")]
    public async Task What_is_missing_or_too_much_is_said_in_one_sentence(string program, string? connection, string? embedded, string said)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, $"DaNangDxIndex.{program}.dll")])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        start.Environment.Remove("DX_DATA");
        start.Environment["DX_EMBEDDED"] = embedded;
        start.Environment["ConnectionStrings__Dx"] = connection;
        using var process = Process.Start(start).ShouldNotBeNull();
        var told = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(1);
        string.Concat(told).Trim().ShouldBe(said);
    }

    [Fact]
    public void Production_carries_neither_the_demo_nor_its_password()
    {
        var product = typeof(Program).Assembly;
        product.GetReferencedAssemblies().ShouldNotContain(assembly => assembly.Name == "DaNangDxIndex.Demo");
        product.GetTypes().ShouldNotContain(type => type.Namespace == "DaNangDxIndex.Demo");
        product.GetManifestResourceNames().ShouldNotContain(name => name.StartsWith("Demo/", StringComparison.Ordinal));
    }
}
