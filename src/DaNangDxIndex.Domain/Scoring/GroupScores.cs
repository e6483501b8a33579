using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Scoring;

/// <summary>
/// Totals, tiers and ranks of a group, in the order of its members; equal, digit by digit, to what <see cref="Scorer"/> gives one by one.
/// Points per criterion are not kept: ask the scorer for the scorecards that are wanted.
/// </summary>
public sealed class GroupScores
{
    internal const int NoTier = -1;
    private readonly Method _method;
    private readonly RoundedUnits _rounding;
    private readonly double[] _applicable;
    private readonly double[] _converted;
    private readonly double[] _totals;
    private readonly int[] _tiers;
    private readonly bool[] _ranked;

    internal GroupScores(GroupFigures figures, int tieKeys)
    {
        _method = figures.Set.Method;
        _rounding = new RoundedUnits(_method.Decimals, _method.Mode);
        Members = figures.Members;
        (_applicable, _converted, _totals) = (new double[Members.Count], new double[Members.Count], new double[Members.Count]);
        (_tiers, _ranked) = (new int[Members.Count], new bool[Members.Count]);
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
    public decimal Applicable(int member) => _rounding.ToDecimal(_applicable[member]);

    /// <summary>The converted base, rounded to the method's decimals, as the total is.</summary>
    public decimal Converted(int member) => _rounding.ToDecimal(_converted[member]);

    public decimal Total(int member) => _rounding.ToDecimal(_totals[member]);

    /// <summary>Null where nothing applied.</summary>
    public Tier? Tier(int member) => _tiers[member] == NoTier ? null : _method.Tiers[_tiers[member]];

    public bool Ranked(int member) => _ranked[member];

    internal void Put(int member, double applicableUnits, double convertedUnits, double totalUnits, int tier, bool isRanked) =>
        (_applicable[member], _converted[member], _totals[member], _tiers[member], _ranked[member]) = (applicableUnits, convertedUnits,
            totalUnits, tier, isRanked);

    internal void Rank()
    {
        var parents = _method.Within == RankedWithin.Parent ? Members.Select(member => member.Parent ?? "").ToArray() : null;
        Ranks = ColumnRanks.Of(_method.Ranking, _ranked, parents, [_totals, .. TieKeys]);
    }
}
