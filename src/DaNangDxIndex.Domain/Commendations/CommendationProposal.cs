using DaNangDxIndex.Publishing;
using DaNangDxIndex.Text;

namespace DaNangDxIndex.Commendations;

/// <summary>
/// Who is put forward by the rules, group by group, each with the reason; and who comes first behind them. It follows from the published
/// version and the rules alone, so a correction gives another list.
/// </summary>
public sealed class CommendationProposal
{
    private readonly PublishedEdition _edition;
    private readonly Func<string, Fraction?> _gainOf;
    private readonly IReadOnlySet<string> _underReview;

    /// <param name="gainOf">
    /// Points that an agency's own figures gained against the year before, like for like; null where that cannot be said.
    /// </param>
    /// <param name="underReview">Agencies whose request for review (phúc tra) waits for its answer: the list says so.</param>
    public CommendationProposal(PublishedEdition edition, Func<string, Fraction?> gainOf, IReadOnlySet<string> underReview) =>
        (_edition, _gainOf, _underReview) = (edition, gainOf, underReview);

    /// <summary>In the order of the rules, and of the groups under each.</summary>
    public IReadOnlyList<CommendationList> By(IEnumerable<CommendationRule> rules) =>
    [
        .. from rule in rules
           from @group in _edition.Groups
           where rule.Group is null || rule.Group == @group.Code
           select rule.Basis == CommendationBasis.Top ? Top(rule, @group) : Improved(rule, @group),
    ];

    private CommendationList Top(CommendationRule rule, PublishedGroup group)
    {
        List<Candidate> ranked = [.. group.Results.Where(result => result.Rank is not null).OrderBy(result => result.Rank)
            .Select(result => new Candidate(result, result.Rank ?? 0))];
        return ListOf(rule, group, ranked, candidate => RankOf(group, candidate.Result), incomparable: 0);
    }

    private CommendationList Improved(CommendationRule rule, PublishedGroup group)
    {
        var method = group.Criteria.Method;
        var gains = group.Results.Where(result => result.Rank is not null)
            .Select(result => (result, Gain: _gainOf(result.Agency) is { } gain ? (decimal?)method.Round(gain) : null)).ToList();
        List<Candidate> gained = [.. gains.Where(pair => pair.Gain > 0).OrderByDescending(pair => pair.Gain)
            .Select(pair => new Candidate(pair.result, -pair.Gain ?? 0))];
        return ListOf(
            rule, group, gained, candidate => GainOf(group, candidate.Result, -candidate.Place), gains.Count(pair => pair.Gain is null));
    }

    private CommendationList ListOf(
        CommendationRule rule, PublishedGroup group, List<Candidate> inOrder, Func<Candidate, Bilingual> reason, int incomparable)
    {
        List<Candidate> eligible = [.. inOrder.Where(candidate => !IsPenalised(rule, candidate.Result))];
        // Who is equal to the last one is in as well: nothing in the results parts them.
        var last = eligible.Count == 0 ? 0 : eligible[Math.Min(rule.Count, eligible.Count) - 1].Place;
        var next = eligible.Find(candidate => candidate.Place > last)?.Place;
        return new(
            rule, group,
            [.. eligible.Where(candidate => candidate.Place <= last).Select(candidate => Told(group, candidate.Result, reason(candidate)))],
            [.. eligible.Where(candidate => candidate.Place == next).Select(candidate => Told(group, candidate.Result, reason(candidate)))],
            [
                .. inOrder.Where(candidate => IsPenalised(rule, candidate.Result) && (next is null || candidate.Place < next))
                    .Select(candidate => Told(group, candidate.Result, Penalised(group, candidate.Result, reason(candidate)))),
                .. group.Results.Where(result => result.Rank is null).Select(result => Told(group, result, NotRanked)),
                .. group.LeftOut.Select(entrant => new Commended(entrant.Agency, entrant.Name, NotSubmitted)),
            ],
            incomparable);
    }

    private static Bilingual NotRanked { get; } = new("Được đánh giá, không xếp hạng", "Assessed, not ranked");

    private static Bilingual NotSubmitted { get; } = new("Không nộp hồ sơ", "Did not submit");

    private static bool IsPenalised(CommendationRule rule, Result result) => rule.WithoutPenalty && result.Penalty > Fraction.Zero;

    private Commended Told(PublishedGroup group, Result result, Bilingual reason) => new(
        result.Agency, group.NameOf(result.Agency),
        _underReview.Contains(result.Agency)
            ? new(reason.Vi + "; có đề nghị phúc tra chưa trả lời", reason.En + "; a request for review waits for its answer")
            : reason);

    private static Bilingual RankOf(PublishedGroup group, Result result)
    {
        var tier = group.Criteria.Method.Tiers.FirstOrDefault(known => known.Code == result.Tier)?.Name;
        return new(
            $"Hạng {result.Rank}, {NumberText.Written(result.Total, "vi")} điểm{(tier is null ? "" : $", xếp loại {tier.Vi}")}",
            $"Rank {result.Rank}, {NumberText.Written(result.Total, "en")} points{(tier is null ? "" : $", {tier.En}")}");
    }

    private static Bilingual GainOf(PublishedGroup group, Result result, decimal gain)
    {
        var (rank, decimals) = (RankOf(group, result), group.Criteria.Method.Decimals);
        return new(
            $"Tăng {NumberText.Fixed(gain, decimals, "vi")} điểm so với năm trước, tính trên cùng tiêu chí; "
                + FirstLetter.Lowered(rank.Vi),
            $"Gained {NumberText.Fixed(gain, decimals, "en")} points on the year before, on the same criteria; "
                + FirstLetter.Lowered(rank.En));
    }

    private static Bilingual Penalised(PublishedGroup group, Result result, Bilingual reason)
    {
        var decimals = group.Criteria.Method.Decimals;
        return new(
            $"{reason.Vi}; có điểm trừ ({NumberText.Fixed(result.Penalty, decimals, "vi")})",
            $"{reason.En}; has a penalty ({NumberText.Fixed(result.Penalty, decimals, "en")})");
    }

    /// <param name="Place">Smaller is better; equal places are equal.</param>
    private sealed record Candidate(Result Result, decimal Place);
}
