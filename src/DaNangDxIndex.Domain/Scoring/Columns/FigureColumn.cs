namespace DaNangDxIndex.Scoring;

/// <summary>
/// One figure of all agencies, as whole numbers of 10^-<see cref="Scale"/>: every such number below 2^53 is an exact double. NaN is blank.
/// What does not fit is refused, and the agency goes the exact way.
/// </summary>
internal sealed class FigureColumn
{
    public const double ExactIntegers = 9007199254740992;
    private const int MostDecimals = 9;

    public FigureColumn(int agencies)
    {
        Units = new double[agencies];
        Array.Fill(Units, double.NaN);
    }

    public double[] Units { get; }

    public int Scale { get; private set; }

    /// <summary>The greatest size of a unit so far, to prove that sums and products stay exact.</summary>
    public double Greatest { get; private set; }

    public bool TryPut(int agency, decimal value)
    {
        var scale = DecimalsOf(ref value);
        if (scale > Scale && !TryRescale(scale))
            return false;
        var units = Math.Abs(value) < 1_000_000_000_000_000m ? (double)(value * PowerOfTen(Scale)) : double.PositiveInfinity;
        if (Math.Abs(units) >= ExactIntegers)
            return false;
        Units[agency] = units;
        Greatest = Math.Max(Greatest, Math.Abs(units));
        return true;
    }

    public decimal ValueAt(int agency) => (decimal)(long)Units[agency] / PowerOfTen(Scale);

    private bool TryRescale(int scale)
    {
        var factor = (double)PowerOfTen(Math.Min(scale, MostDecimals) - Scale);
        if (scale > MostDecimals || Greatest * factor >= ExactIntegers)
            return false;
        for (var agency = 0; agency < Units.Length; agency++)
            Units[agency] *= factor;
        Greatest *= factor;
        Scale = scale;
        return true;
    }

    private static int DecimalsOf(ref decimal value)
    {
        if (value.Scale == 0)
            return 0;
        value /= 1.0000000000000000000000000000m;
        return value.Scale;
    }

    private static long PowerOfTen(int exponent)
    {
        var power = 1L;
        for (; exponent > 0; exponent--)
            power *= 10;
        return power;
    }
}
