using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Scoring;

/// <summary>
/// Totals, tiers and ranks of a group, in the order of its members; equal, digit by digit, to what <see cref="Scorer"/> gives one by one.
/// Points per criterion are not kept: ask the scorer for the scorecards that are wanted.
/// </summary>
public sealed class GroupScores
{
    internal const int NoTier = -1;
    private readonly Method method;
    private readonly RoundedUnits rounding;
    private readonly double[] applicable;
    private readonly double[] converted;
    private readonly double[] totals;
    private readonly int[] tiers;
    private readonly bool[] ranked;

    internal GroupScores(GroupFigures figures, int tieKeys)
    {
        method = figures.Set.Method;
        rounding = new RoundedUnits(method.Decimals, method.Mode);
        Members = figures.Members;
        (applicable, converted, totals) = (new double[Members.Count], new double[Members.Count], new double[Members.Count]);
        (tiers, ranked) = (new int[Members.Count], new bool[Members.Count]);
        TieKeys = [.. Enumerable.Range(0, tieKeys).Select(_ => new double[Members.Count])];
        Ranks = new int?[Members.Count];
    }

    public IReadOnlyList<GroupMember> Members { get; }

    /// <summary>Null for a member that is assessed and not ranked.</summary>
    public IReadOnlyList<int?> Ranks { get; private set; }

    /// <summary>How many members stood too near to a boundary for doubles and were scored with exact fractions.</summary>
    public int ScoredExactly { get; internal set; }

    internal double[][] TieKeys { get; }

    /// <summary>Rounded to the method's decimals, as the total is.</summary>
    public decimal Applicable(int member) => rounding.ToDecimal(applicable[member]);

    /// <summary>The converted base, rounded to the method's decimals, as the total is.</summary>
    public decimal Converted(int member) => rounding.ToDecimal(converted[member]);

    public decimal Total(int member) => rounding.ToDecimal(totals[member]);

    /// <summary>Null where nothing applied.</summary>
    public Tier? Tier(int member) => tiers[member] == NoTier ? null : method.Tiers[tiers[member]];

    public bool Ranked(int member) => ranked[member];

    internal void Put(int member, double applicableUnits, double convertedUnits, double totalUnits, int tier, bool isRanked) =>
        (applicable[member], converted[member], totals[member], tiers[member], ranked[member]) = (applicableUnits, convertedUnits,
            totalUnits, tier, isRanked);

    internal void Rank()
    {
        var parents = method.Within == RankedWithin.Parent ? Members.Select(member => member.Parent ?? "").ToArray() : null;
        Ranks = ColumnRanks.Of(method.Ranking, ranked, parents, [totals, .. TieKeys]);
    }
}
