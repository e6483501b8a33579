using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Scoring;

/// <summary>Ranks of a group that is scored in columns; the same that <c>Standings</c> gives one by one, as a test holds.</summary>
internal static class ColumnRanks
{
    /// <summary>Ranks rows whose results stand in columns, the total first, then the tie keys; null for rows that are not ranked.</summary>
    public static int?[] Of(RankingMethod method, bool[] ranked, string[]? parents, IReadOnlyList<double[]> results)
    {
        var ranks = new int?[ranked.Length];
        var rows = Enumerable.Range(0, ranked.Length).Where(row => ranked[row]).ToArray();
        Array.Sort(rows, (a, b) => CompareRows(parents, results, a, b));
        var (rank, place) = (0, 0);
        for (var i = 0; i < rows.Length; i++)
        {
            if (i > 0 && parents is not null && !string.Equals(parents[rows[i]], parents[rows[i - 1]], StringComparison.Ordinal))
                (rank, place) = (0, 0);
            place++;
            if (place == 1 || CompareRows(parents, results, rows[i - 1], rows[i]) != 0)
                rank = method == RankingMethod.Competition ? place : rank + 1;
            ranks[rows[i]] = rank;
        }

        return ranks;
    }

    private static int CompareRows(string[]? parents, IReadOnlyList<double[]> results, int a, int b)
    {
        var order = parents is null ? 0 : string.CompareOrdinal(parents[a], parents[b]);
        for (var key = 0; order == 0 && key < results.Count; key++)
            order = results[key][b].CompareTo(results[key][a]);
        return order;
    }
}
