using DaNangDxIndex.Tenancy;

namespace DaNangDxIndex.Criteria;

/// <summary>What is wrong with a criteria file that a program sent.</summary>
internal static class FaultsInWords
{
    private const int Told = 5;

    /// <summary>The first faults, each with its place in the file.</summary>
    public static string FirstFaults(this CriteriaReading reading) =>
        string.Join(' ', reading.Problems.Take(Told).Select(problem => $"{problem.Pointer}: {problem.Message.ForReader()}"));
}
