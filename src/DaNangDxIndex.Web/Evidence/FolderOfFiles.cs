using System.Runtime.CompilerServices;
using DaNangDxIndex.Database;

namespace DaNangDxIndex.Evidence;

/// <summary>A folder on a disk, which all web processes share and nobody serves.</summary>
public sealed class FolderOfFiles(string folder) : IFilePlace
{
    private const string IncomingName = "incoming";

    public string Address { get; } = Path.GetFullPath(folder);

    public string Incoming => Path.Combine(Address, IncomingName);

    /// <summary>Refuses to start on a folder that cannot be written, rather than at the first upload.</summary>
    /// <exception cref="CannotStart"/>
    public static FolderOfFiles Writable(string folder)
    {
        try
        {
            Directory.CreateDirectory(Path.Combine(folder, IncomingName));
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            throw new CannotStart($"The folder of evidence {folder} cannot be written ({failed.Message}). Choose another by DX_EVIDENCE.",
                failed);
        }
        return new(folder);
    }

    public Task PutAsync(string name, string file, CancellationToken ct)
    {
        var path = PathOf(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path) ?? "");
        File.Move(file, path, overwrite: true);
        return Task.CompletedTask;
    }

    public Task<Stream?> OpenAsync(string name, CancellationToken ct)
    {
        try
        {
            return Task.FromResult<Stream?>(new FileStream(
                PathOf(name), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 64 * 1024, useAsync: true));
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            return Task.FromResult<Stream?>(null);
        }
    }

    public async IAsyncEnumerable<IFilePlace.Lying> ListAsync(string below, [EnumeratorCancellation] CancellationToken ct)
    {
        var all = new DirectoryInfo(Path.Combine(Address, below));
        if (!all.Exists)
            yield break;
        foreach (var file in all.EnumerateFiles("*", SearchOption.AllDirectories))
        {
            ct.ThrowIfCancellationRequested();
            if (file.Directory?.FullName != Incoming)
                yield return new(Path.GetRelativePath(Address, file.FullName), new DateTimeOffset(file.LastWriteTimeUtc));
        }
        await Task.CompletedTask;
    }

    public Task<bool> RemoveIfOlderAsync(string name, DateTimeOffset than, CancellationToken ct) =>
        Task.FromResult(RemoveIfOlder(PathOf(name), than));

    internal static bool RemoveIfOlder(string path, DateTimeOffset than)
    {
        var file = new FileInfo(path);
        if (!file.Exists || file.LastWriteTimeUtc >= than.UtcDateTime)
            return false;
        file.Delete();
        return true;
    }

    private string PathOf(string name) => Path.Combine(Address, name);
}
