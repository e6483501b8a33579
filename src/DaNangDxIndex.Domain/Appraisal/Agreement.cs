namespace DaNangDxIndex.Appraisal;

/// <summary>How far readings agree: on one criterion, or of one appraiser with all others.</summary>
/// <param name="Pairs">Read by both.</param>
/// <param name="Same">Of them with the same decision and points.</param>
/// <param name="Kappa">
/// With linear weights over five bands of the share that was given (nothing, up to a quarter, up to a half, up to three quarters, more);
/// "not applicable" lies as far from each of them as they can lie from each other. Null where it says nothing.
/// </param>
public sealed record Agreement(int Pairs, int Same, Fraction? Kappa)
{
    private const int Bands = 5;

    private const int NotApplicable = -1;

    /// <param name="pairs">In each the reading of the judge whose agreement is asked for comes first.</param>
    public static Agreement Of(IReadOnlyCollection<(Reading First, Reading Second)> pairs) => new(
        pairs.Count,
        pairs.Count(pair => pair.First.Agrees(pair.Second)),
        Appraisal.Kappa.Of([.. pairs.Select(pair => (BandOf(pair.First), BandOf(pair.Second), Fraction.One))], Weight));

    private static int BandOf(Reading reading) => reading.ExactShare is not { } share ? NotApplicable
        : share.IsZero ? 0
        : share <= Fraction.One / 4 ? 1
        : share <= Fraction.One / 2 ? 2
        : share <= Fraction.One * 3 / 4 ? 3
        : 4;

    private static Fraction Weight(int band, int other) => band == other ? Fraction.Zero
        : band == NotApplicable || other == NotApplicable ? Fraction.One
        : Fraction.One * Math.Abs(band - other) / (Bands - 1);
}
