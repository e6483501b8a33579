namespace DaNangDxIndex.Spreadsheets;

/// <summary>What is wrong with a file, cell by cell, and where the file with its faulty cells marked is fetched.</summary>
/// <param name="Marked">Null where the file bears no marks: CSV.</param>
public sealed record CellFaults(IReadOnlyList<CellFault> Faults, string? Marked)
{
    /// <summary>On the page; the marked file has them all.</summary>
    public const int MostShown = 100;
}
