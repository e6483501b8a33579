using System.Globalization;

namespace DaNangDxIndex.Harness;

/// <summary>A PostgreSQL that neither answers nor refuses, until this is disposed of: all of its processes are stopped.</summary>
internal sealed class FrozenServer : IDisposable
{
    private readonly List<int> _processes;

    /// <param name="folder">Below which the server keeps its data.</param>
    public FrozenServer(string folder)
    {
        var file = Directory.EnumerateFiles(folder, "postmaster.pid", SearchOption.AllDirectories).ShouldHaveSingleItem();
        var server = int.Parse(File.ReadLines(file).First(), CultureInfo.InvariantCulture);
        // The server itself first: one that is stopped makes no further process.
        WebProcess.Signal("STOP", server);
        var children = File.ReadAllText($"/proc/{server}/task/{server}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        _processes = [server, .. children.Select(child => int.Parse(child, CultureInfo.InvariantCulture))];
        foreach (var child in _processes.Skip(1))
            WebProcess.Signal("STOP", child);
    }

    public void Dispose()
    {
        foreach (var process in _processes)
            WebProcess.Signal("CONT", process);
    }
}
