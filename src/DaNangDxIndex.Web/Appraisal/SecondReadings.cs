namespace DaNangDxIndex.Appraisal;

/// <summary>What of one assessment was drawn to be judged twice, and the readings so far.</summary>
/// <param name="Sample">Of the edition; null where nothing is drawn.</param>
public sealed record SecondReadings(Sample? Sample, IReadOnlyList<Reading> All)
{
    public static SecondReadings None { get; } = new(null, []);

    /// <param name="grounds">See <see cref="Reading.Grounds"/>.</param>
    /// <returns>Null where the criterion is not drawn.</returns>
    public Pair? PairOn(string agency, string criterion, string grounds) => Sample?.Draws(agency, criterion) == true
        ? new(agency, criterion, [.. All.Where(reading => reading.Criterion == criterion && reading.Agency == agency)], grounds)
        : null;
}
