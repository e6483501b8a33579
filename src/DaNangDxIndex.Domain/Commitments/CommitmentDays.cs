namespace DaNangDxIndex.Commitments;

/// <summary>When an agency is told of a commitment that is due.</summary>
public static class CommitmentDays
{
    /// <summary>So many days before the last one the first notice comes.</summary>
    public const int First = 30;

    private static readonly int[] Before = [First, 7, 1];

    /// <summary>
    /// The notice that is due now, by its number of days before the last one, and -1 once that day has passed; null where none is. A
    /// program that was away on the very day tells late, and tells only the nearest one. What is long past is told no more.
    /// </summary>
    public static int? Due(Commitment commitment, DateOnly today)
    {
        if (commitment.State != CommitmentState.Open)
            return null;
        var left = commitment.Due.DayNumber - today.DayNumber;
        if (left < 0)
            return left >= -First ? -1 : null;
        return Before.Where(day => left <= day).Cast<int?>().Min();
    }
}
