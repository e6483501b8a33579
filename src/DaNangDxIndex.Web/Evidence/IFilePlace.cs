namespace DaNangDxIndex.Evidence;

/// <summary>
/// Where files of evidence lie, each under the name "tenant/ab/abcd…" of its content: in a folder, or in a bucket of an object store. A
/// file is either whole under its name, or not there.
/// </summary>
public interface IFilePlace
{
    /// <summary>For people and logs.</summary>
    string Address { get; }

    /// <summary>A local folder in which files are written and judged before they are put.</summary>
    string Incoming { get; }

    /// <summary>
    /// In one step, also where the same content is there already: its age begins anew, so that no sweep takes it before its row is written.
    /// </summary>
    /// <param name="file">Below <see cref="Incoming"/>, closed; it may be gone afterwards.</param>
    Task PutAsync(string name, string file, CancellationToken ct);

    /// <summary>Null where there is none of that name.</summary>
    /// <returns>It can seek, and is not in memory as a whole.</returns>
    Task<Stream?> OpenAsync(string name, CancellationToken ct);

    /// <param name="below">"tenant", or "" for all.</param>
    IAsyncEnumerable<Lying> ListAsync(string below, CancellationToken ct);

    /// <summary>Asked once more at the last moment: the same content may have come in meanwhile.</summary>
    /// <returns>False where it is younger, or gone.</returns>
    Task<bool> RemoveIfOlderAsync(string name, DateTimeOffset than, CancellationToken ct);

    /// <param name="At">When it was put last.</param>
    public readonly record struct Lying(string Name, DateTimeOffset At);
}
