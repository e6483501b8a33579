using System.Diagnostics;

namespace DaNangDxIndex.Database.Embedded;

internal static class Subprocess
{
    public readonly record struct Answer(int ExitCode, string Output, string Errors);

    public static Answer Run(string program, IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        }) ?? throw new InvalidOperationException($"{program} did not start.");
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new(process.ExitCode, output, errors.GetAwaiter().GetResult());
    }

    public static void MustRun(string program, IEnumerable<string> arguments)
    {
        var given = arguments.ToList();
        var answer = Run(program, given);
        if (answer.ExitCode != 0)
            throw new CannotStart($"{program} {string.Join(' ', given)} failed: {answer.Errors}{answer.Output}");
    }
}
