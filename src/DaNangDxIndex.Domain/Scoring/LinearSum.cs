using DaNangDxIndex.Criteria;
using DaNangDxIndex.Text;

namespace DaNangDxIndex.Scoring;

/// <summary>
/// The sum behind a value between the two ends of a linear rule, as a reader would type it: "(84,62 − 50)/(100 − 50)". Numbers are printed
/// with the fewest decimals for which the printed sum gives the printed result.
/// </summary>
internal sealed class LinearSum(QuantityWording quantities, Linear linear, Fraction value, Fraction to, string language)
{
    private const int MostDecimals = 8;

    /// <summary>
    /// The fewest decimals with which <paramref name="rounded"/> is the same on the printed and on the exact sum: two at least for a ratio,
    /// and for other numbers the four with which they are printed everywhere.
    /// </summary>
    public int DecimalsFor(Func<Fraction, decimal> rounded)
    {
        var exact = rounded(Share(value, linear.From, to));
        for (var decimals = linear.Of.IsRatio ? 2 : 4; decimals < MostDecimals; decimals++)
        {
            if (rounded(Share(Printed(value, decimals), Printed(linear.From, decimals), Printed(to, decimals))) == exact)
                return decimals;
        }

        return MostDecimals;
    }

    /// <summary>The share as a sum: "85,58/95", "(84,62 − 50)/(100 − 50)", and "92,86%" where the ends are 0 and 100%.</summary>
    public string Text(int decimals)
    {
        if (linear.From.IsZero && quantities.EndsAtHundred(linear.Of, to))
            return quantities.Amount(linear.Of, value, decimals);
        var (number, from, end) = (Number(value, decimals), Number(linear.From, decimals), Number(to, decimals));
        if (linear.From.IsZero)
            return $"{number}/{end}";
        if (to > linear.From)
            return $"({number} − {from})/({end} − {from})";
        return to.IsZero ? $"({from} − {number})/{from}" : $"({from} − {number})/({from} − {end})";
    }

    private static Fraction Share(Fraction value, Fraction from, Fraction to) => from == to ? Fraction.Zero : (value - from) / (to - from);

    private Fraction Printed(Fraction number, int decimals) => (number * Measure).Rounded(decimals, RoundingMode.HalfUp);

    private string Number(Fraction number, int decimals) => NumberText.Plain(number * Measure, language, decimals);

    // A ratio that is read as percent is 0.8462 to the rule and 84,62 to the reader.
    private Fraction Measure => quantities.IsPercentRatio(linear.Of) ? 100 : Fraction.One;
}
