using System.Diagnostics;
using System.Globalization;

namespace DaNangDxIndex.Database.Embedded;

/// <summary>The server process of a cluster, told by the cluster's own postmaster.pid, whoever started it.</summary>
internal sealed class PostgresServer : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly Process _process;

    private PostgresServer(Process process) => _process = process;

    /// <summary>Starts the server and waits until it answers.</summary>
    public static async Task<PostgresServer> StartAsync(IEnumerable<string> command, string data, CancellationToken ct)
    {
        RemoveStalePid(data);
        var words = command.ToList();
        var errors = new List<string>();
        var started = new TaskCompletionSource<Process>(TaskCreationOptions.RunContinuationsAsynchronously);
        // The kernel tells the server of the death of the thread that started it, so that thread must stay.
        new Thread(() => Attend(words, errors, started)) { IsBackground = true, Name = "postgres" }.Start();
        var process = await started.Task.WaitAsync(ct);
        for (var clock = Stopwatch.StartNew(); StateOf(data) != "ready"; await Task.Delay(20, ct))
        {
            if (process.HasExited || clock.Elapsed > Patience)
                throw new InvalidOperationException($"PostgreSQL did not start: {string.Join(' ', Copy(errors))}");
        }
        return new(process);
    }

    /// <summary>"starting", "ready", "stopping", or null when no server runs.</summary>
    public static string? StateOf(string data) => Pid(data) is { } pid && IsServerOf(data, pid) ? Lines(data).ElementAtOrDefault(7)?.Trim() ?? "starting" : null;

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

    private static void Attend(List<string> command, List<string> errors, TaskCompletionSource<Process> started)
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
            process.ErrorDataReceived += (_, line) =>
            {
                lock (errors)
                {
                    if (line.Data is not null && errors.Count < 20)
                        errors.Add(line.Data);
                }
            };
            process.BeginErrorReadLine();
            started.SetResult(process);
            process.WaitForExit();
        }
        catch (Exception failed) when (failed is InvalidOperationException or System.ComponentModel.Win32Exception or ObjectDisposedException)
        {
            started.TrySetException(failed);
        }
    }

    /// <summary>After a crash the number in the file may belong to another program by now; PostgreSQL would refuse to start.</summary>
    private static void RemoveStalePid(string data)
    {
        if (Pid(data) is { } pid && !IsServerOf(data, pid))
            File.Delete(Path.Combine(data, "postmaster.pid"));
    }

    private static bool IsServerOf(string data, int pid)
    {
        try
        {
            var command = File.ReadAllText($"/proc/{pid}/cmdline").Split('\0');
            return command[0].EndsWith("postgres", StringComparison.Ordinal) && command.Contains(data, StringComparer.Ordinal);
        }
        catch (IOException)
        {
            return false;
        }
        catch (UnauthorizedAccessException)
        {
            return false;
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

    private static List<string> Copy(List<string> errors)
    {
        lock (errors)
            return [.. errors];
    }
}
