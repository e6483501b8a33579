using DaNangDxIndex.Text;

namespace DaNangDxIndex.Commendations;

/// <summary>What agencies are put forward for.</summary>
public enum CommendationBasis
{
    /// <summary>The first by rank.</summary>
    Top,

    /// <summary>Those whose own figures gained most against the year before, like for like.</summary>
    Improved,
}

/// <summary>One rule by which agencies are put forward, in each group by itself.</summary>
/// <param name="Count">How many in a group; who is equal to the last of them is put forward too.</param>
/// <param name="Group">Code of the one group it is for; null for every group.</param>
/// <param name="Honour">What they are put forward for: "Tặng Bằng khen".</param>
/// <param name="WithoutPenalty">Whoever lost points to a penalty is passed over.</param>
public sealed record CommendationRule(CommendationBasis Basis, int Count, string? Group, string Honour, bool WithoutPenalty)
{
    public const int Most = 20;
    public const int MostAgencies = 50;
    public const int LongestHonour = 100;

    /// <summary>Until the office has rules of its own: the first three of each group, and who improved most.</summary>
    public static IReadOnlyList<CommendationRule> Usual { get; } =
    [
        new(CommendationBasis.Top, 3, null, "Tặng Bằng khen", WithoutPenalty: true),
        new(CommendationBasis.Improved, 1, null, "Biểu dương", WithoutPenalty: true),
    ];

    /// <exception cref="RuleViolation">
    /// <c>commendation.none</c>, <c>commendation.many</c>, <c>commendation.count</c>, <c>commendation.honour</c>,
    /// <c>commendation.group</c>
    /// </exception>
    public static void Require(IReadOnlyList<CommendationRule> rules, IReadOnlyCollection<string> groups)
    {
        if (rules.Count == 0)
            throw new RuleViolation("commendation.none", new("Nhập ít nhất một quy tắc.", "Enter at least one rule."));
        if (rules.Count > Most)
            throw new RuleViolation("commendation.many", new($"Có nhiều nhất {Most} quy tắc.", $"There are at most {Most} rules."));
        foreach (var (place, rule) in rules.Index())
            rule.Require(place + 1, groups);
    }

    private void Require(int line, IReadOnlyCollection<string> groups)
    {
        if (Count is < 1 or > MostAgencies)
            throw new RuleViolation("commendation.count", new(
                $"Quy tắc {line}: số cơ quan phải là số nguyên từ 1 đến {MostAgencies}.",
                $"Rule {line}: the number of agencies is a whole number from 1 to {MostAgencies}."));
        if (Honour.Length is 0 or > LongestHonour)
            throw new RuleViolation("commendation.honour", new(
                $"Quy tắc {line}: nhập hình thức khen thưởng, không quá {LongestHonour} ký tự.",
                $"Rule {line}: enter the commendation, in at most {LongestHonour} characters."));
        if (Group is not null && !groups.Contains(Group, StringComparer.Ordinal))
            throw new RuleViolation("commendation.group", new(
                $"Quy tắc {line}: năm này không có khối “{Group}”. Chọn khối trong danh sách.",
                $"Rule {line}: there is no group “{Group}” this year. Choose one of the list."));
    }

    /// <summary>"3 cơ quan, đơn vị xếp hạng cao nhất, không có điểm trừ".</summary>
    public Bilingual InWords
    {
        get
        {
            var count = new Counted(Count);
            var (vi, en) = Basis == CommendationBasis.Top
                ? ($"{Count} cơ quan, đơn vị xếp hạng cao nhất", $"the {Count} highest-ranked {count:agency|agencies}")
                : ($"{Count} cơ quan, đơn vị tiến bộ nhất", $"the {Count} most improved {count:agency|agencies}");
            return WithoutPenalty ? new(vi + ", không có điểm trừ", en + " without a penalty") : new(vi, en);
        }
    }
}
