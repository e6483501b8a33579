namespace DaNangDxIndex.Appraisal;

public sealed class KappaTests
{
    /// <summary>The worked example of Cohen (1968): 200 cases, three categories; kappa .492, weighted .348.</summary>
    private static readonly int[,] Cohen = { { 88, 10, 2 }, { 14, 40, 6 }, { 18, 10, 12 } };

    private static readonly int[,] Weights = { { 0, 1, 3 }, { 1, 0, 6 }, { 3, 6, 0 } };

    [Fact]
    public void Cohens_example_comes_out_exactly()
    {
        Kappa.Of(Pairs(Cohen), (first, other) => first == other ? 0 : 1).ShouldBe(Fraction.Parse("29/59"));
        Kappa.Of(Pairs(Cohen), (first, other) => Weights[first, other]).ShouldBe(Fraction.Parse("8/23"));
    }

    [Fact]
    public void Full_agreement_is_one_and_where_nobody_varies_nothing_can_be_said()
    {
        Kappa.Of(Pairs(new[,] { { 3, 0 }, { 0, 4 } }), (first, other) => first == other ? 0 : 1).ShouldBe(Fraction.One);
        Kappa.Of(Pairs(new[,] { { 7, 0 }, { 0, 0 } }), (first, other) => first == other ? 0 : 1).ShouldBeNull();
        Kappa.Of(Pairs(new[,] { { 0, 0 }, { 0, 0 } }), (_, _) => 1).ShouldBeNull();
    }

    private static IReadOnlyCollection<(int First, int Second, Fraction Times)> Pairs(int[,] table) =>
        [.. from row in Enumerable.Range(0, table.GetLength(0))
            from column in Enumerable.Range(0, table.GetLength(1))
            select (row, column, (Fraction)(long)table[row, column])];
}
