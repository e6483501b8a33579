using System.Diagnostics;

namespace DaNangDxIndex.Harness;

/// <summary>
/// A data folder as it is after a first start and an orderly stop. Made once for a run; whoever tests what comes later takes a copy.
/// </summary>
internal static class PreparedFolder
{
    private static readonly Lazy<Task<string>> Made = new(MakeAsync);

    /// <param name="folder">There and empty.</param>
    public static async Task CopyToAsync(string folder)
    {
        // Owners go along: PostgreSQL takes only what belongs to it.
        using var copy = Process.Start("cp", ["-a", Path.Combine(await Made.Value, "."), folder]);
        await copy.WaitForExitAsync();
        copy.ExitCode.ShouldBe(0);
    }

    private static async Task<string> MakeAsync()
    {
        var folder = RunFolder.Make("prepared");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        using var program = WebProcess.OverFolder(folder);
        await program.UntilReadyAsync();
        program.Signal("TERM");
        (await program.ExitCodeAsync()).ShouldBe(0);
        return folder;
    }
}
