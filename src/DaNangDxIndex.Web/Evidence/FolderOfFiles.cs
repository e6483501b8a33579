using System.Runtime.CompilerServices;
using DaNangDxIndex.Database;

namespace DaNangDxIndex.Evidence;

/// <summary>
/// A folder on a disk, which all web processes share and nobody serves. A disk that was taken off leaves an empty folder in its place:
/// without the folder of what is coming in the store is away, and its files are not missing.
/// </summary>
/// <param name="isCopy">A copy of a store, which on its way through other hands may have lost its empty folder.</param>
public sealed class FolderOfFiles(string folder, bool isCopy = false) : IFilePlace
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

    /// <exception cref="StoreAway"/>
    public Task PutAsync(string name, string file, CancellationToken ct) => StoreAway.UnlessAsync(Address, () =>
    {
        var path = PathOf(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path) ?? "");
        File.Move(file, path, overwrite: true);
        return ValueTask.CompletedTask;
    });

    /// <exception cref="StoreAway"/>
    public Task<Stream?> OpenAsync(string name, CancellationToken ct) => Task.FromResult(StoreAway.Unless<Stream?>(Address, () =>
    {
        try
        {
            return new FileStream(
                PathOf(name), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 64 * 1024, useAsync: true);
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            RequireThere();
            return null;
        }
    }));

    /// <exception cref="StoreAway"/>
    public async IAsyncEnumerable<IFilePlace.Lying> ListAsync(string below, [EnumeratorCancellation] CancellationToken ct)
    {
        RequireThere();
        var all = new DirectoryInfo(Path.Combine(Address, below));
        if (!all.Exists)
            yield break;
        using var files = StoreAway.Unless(Address, all.EnumerateFiles("*", SearchOption.AllDirectories).GetEnumerator);
        while (StoreAway.Unless(Address, files.MoveNext))
        {
            ct.ThrowIfCancellationRequested();
            var file = files.Current;
            if (file.Directory?.FullName != Incoming)
                yield return new(Path.GetRelativePath(Address, file.FullName), new DateTimeOffset(file.LastWriteTimeUtc));
        }
        await Task.CompletedTask;
    }

    /// <exception cref="StoreAway"/>
    public Task<bool> RemoveIfOlderAsync(string name, DateTimeOffset than, CancellationToken ct) =>
        Task.FromResult(StoreAway.Unless(Address, () => RemoveIfOlder(PathOf(name), than)));

    internal static bool RemoveIfOlder(string path, DateTimeOffset than)
    {
        var file = new FileInfo(path);
        if (!file.Exists || file.LastWriteTimeUtc >= than.UtcDateTime)
            return false;
        file.Delete();
        return true;
    }

    private void RequireThere()
    {
        if (!isCopy && !Directory.Exists(Incoming))
            throw new StoreAway(Address);
    }

    private string PathOf(string name) => Path.Combine(Address, name);
}
