using System.Diagnostics;
using System.Globalization;

namespace DaNangDxIndex.Database.Embedded;

/// <summary>The server process of a cluster, told by the cluster's own postmaster.pid, whoever started it.</summary>
internal sealed class PostgresServer : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly Process _process;

    private PostgresServer(Process process) => _process = process;

    /// <summary>Starts the server and waits until it answers. The caller has seen that none runs on these data.</summary>
    public static async Task<PostgresServer> StartAsync(IEnumerable<string> command, string data, CancellationToken ct)
    {
        RemoveStalePid(data);
        var words = command.ToList();
        for (var clock = Stopwatch.StartNew(); ; await Task.Delay(200, ct))
        {
            try
            {
                return await TryStartAsync(words, data, ct);
            }
            catch (CannotStart early) when (early.Message.Contains("shared memory block", StringComparison.Ordinal)
                && clock.Elapsed < Patience)
            {
                // The last processes of a server that was killed are still on their way out.
            }
        }
    }

    /// <summary>"starting", "ready", "stopping", or null when no server runs.</summary>
    public static string? StateOf(string data) =>
        Pid(data) is { } pid && IsServerOf(data, pid) ? Lines(data).ElementAtOrDefault(7)?.Trim() ?? "starting" : null;

    public static bool IsServerOf(string data, int pid) => DataServedBy(pid) == data;

    public static async Task WaitForEndOfChangeAsync(string data, CancellationToken ct)
    {
        for (var clock = Stopwatch.StartNew(); StateOf(data) is not (null or "ready") && clock.Elapsed < Patience;)
            await Task.Delay(30, ct);
    }

    public static async Task StopAsync(string data)
    {
        if (Pid(data) is not { } pid || !IsServerOf(data, pid))
            return;
        Subprocess.Run("kill", ["-INT", pid.ToString(CultureInfo.InvariantCulture)]);
        for (var clock = Stopwatch.StartNew(); StateOf(data) is not null && clock.Elapsed < Patience;)
            await Task.Delay(20);
    }

    public void Dispose() => _process.Dispose();

    private static async Task<PostgresServer> TryStartAsync(List<string> command, string data, CancellationToken ct)
    {
        var lastWords = new LastWords(data);
        var started = new TaskCompletionSource<Process>(TaskCreationOptions.RunContinuationsAsynchronously);
        // The kernel tells the server of the death of the thread that started it, so that thread must stay.
        new Thread(() => Attend(command, lastWords, started)) { IsBackground = true, Name = "postgres" }.Start();
        var process = await started.Task.WaitAsync(ct);
        for (var clock = Stopwatch.StartNew(); StateOf(data) != "ready"; await Task.Delay(20, ct))
        {
            if (!process.HasExited && clock.Elapsed < Patience)
                continue;
            await UntilHeardAsync(process);
            throw new CannotStart($"PostgreSQL does not start on {data}: {lastWords}");
        }
        return new(process);
    }

    /// <summary>What it said last may still be on its way when it has gone itself; a child of its may hold the pipe open.</summary>
    private static async Task UntilHeardAsync(Process process)
    {
        try
        {
            await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(2));
        }
        catch (TimeoutException)
        {
            // What was heard has to do.
        }
    }

    private static void Attend(List<string> command, LastWords lastWords, TaskCompletionSource<Process> started)
    {
        try
        {
            var process = Process.Start(new ProcessStartInfo(command[0], command.Skip(1))
            {
                UseShellExecute = false,
                RedirectStandardError = true,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
            }) ?? throw new InvalidOperationException("PostgreSQL did not start.");
            process.ErrorDataReceived += (_, line) => lastWords.Add(line.Data);
            process.BeginErrorReadLine();
            started.SetResult(process);
            process.WaitForExit();
        }
        catch (Exception failed) when (failed is InvalidOperationException
            or System.ComponentModel.Win32Exception or ObjectDisposedException)
        {
            started.TrySetException(new CannotStart($"PostgreSQL does not start: {failed.Message}", failed));
        }
    }

    /// <summary>After a crash the number in the file may belong to another program by now; PostgreSQL would refuse to start.</summary>
    private static void RemoveStalePid(string data)
    {
        if (Pid(data) is not { } pid)
            return;
        if (DataServedBy(pid) is { } served && DataFolder.IsOne(data, served))
            throw new CannotStart(
                $"{data} is served already under its other name {served}: set DX_DATA to {Path.GetDirectoryName(served)}.");
        File.Delete(Path.Combine(data, "postmaster.pid"));
    }

    /// <summary>The data of the server that has this process number; null where it is no PostgreSQL server.</summary>
    private static string? DataServedBy(int pid)
    {
        try
        {
            var command = File.ReadAllText($"/proc/{pid}/cmdline").Split('\0');
            return command[0].EndsWith("postgres", StringComparison.Ordinal)
                ? command.SkipWhile(word => word != "-D").ElementAtOrDefault(1)
                : null;
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static int? Pid(string data) =>
        int.TryParse(Lines(data).FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var pid) ? pid : null;

    private static string[] Lines(string data)
    {
        try
        {
            return File.ReadAllLines(Path.Combine(data, "postmaster.pid"));
        }
        catch (IOException)
        {
            return [];
        }
    }
}
