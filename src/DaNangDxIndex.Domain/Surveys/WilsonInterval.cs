namespace DaNangDxIndex.Surveys;

/// <summary>
/// Between which bounds the share of satisfied citizens lies, with 95% confidence, when so many of those who answered were (Wilson, 1927,
/// without correction for continuity). In percent with two decimals: the lower bound is rounded down and the upper one up, so that the
/// printed interval never claims more than was measured.
/// </summary>
public readonly record struct WilsonInterval(decimal Low, decimal High)
{
    // The square of the 97.5% point of the normal distribution, 1.959963984540054.
    private const decimal ZSquared = 3.841458820694124m;

    /// <exception cref="ArgumentOutOfRangeException">Nobody has answered, or more are satisfied than have answered.</exception>
    public static WilsonInterval Of(int satisfied, int answered)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(answered);
        ArgumentOutOfRangeException.ThrowIfNegative(satisfied);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(satisfied, answered);
        decimal n = answered, share = satisfied / n;
        var whole = 1 + ZSquared / n;
        var centre = (share + ZSquared / (2 * n)) / whole;
        var half = Root(ZSquared * (share * (1 - share) / n + ZSquared / (4 * n * n))) / whole;
        return new(
            satisfied == 0 ? 0 : Math.Max(0, decimal.Floor((centre - half) * 10_000) / 100),
            satisfied == answered ? 100 : Math.Min(100, decimal.Ceiling((centre + half) * 10_000) / 100));
    }

    /// <summary>To all digits of a decimal.</summary>
    private static decimal Root(decimal number)
    {
        if (number == 0)
            return 0;
        var root = (decimal)Math.Sqrt((double)number);
        for (var step = 0; step < 4; step++)
            root = (root + number / root) / 2;
        return root;
    }
}
