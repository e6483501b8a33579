using System.Security.Cryptography;
using System.Text;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Publications;
using DaNangDxIndex.Publishing;
using DaNangDxIndex.Ranking;
using DaNangDxIndex.Tenancy;

namespace DaNangDxIndex.Laboratory;

/// <summary>
/// Tries a draft on past figures. The same draft on the same publication comes out the same, so it is computed once: the digests of both
/// are the key.
/// </summary>
public sealed class TryDraft(CurrentTenant tenant, KeptVersions kept)
{
    private const int Draws = 1000;
    private const ulong Seed = 2025;

    // Where an agency stands in both tables, and the ranks that it may have; the scorecards are not kept.
    private const int BytesOfAgency = 1 << 10;

    /// <param name="Ranges">In the order of the scorecards; only those who are ranked.</param>
    public sealed record Outcome(Trial Trial, CriteriaReview Review, IReadOnlyList<RankRange> Ranges);

    /// <param name="band">How far each weight may be drawn from its own, in percent.</param>
    public Outcome Handle(CriteriaSet draft, PastFigures.Found past, bool leaveOut, int band)
    {
        var digest = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(CriteriaFile.Write(draft))));
        var key = (nameof(TryDraft), tenant.Required.Id, digest, past.Digest, past.Group.Code, leaveOut, band);
        return kept.Keep(key, past.Group.Results.Count * BytesOfAgency, () => Compute(draft, past, leaveOut, band));
    }

    private static Outcome Compute(CriteriaSet draft, PastFigures.Found past, bool leaveOut, int band)
    {
        var before = past.Group.Criteria;
        var (trial, scorecards) = Trial.Scored(
            draft, before, [.. past.Group.Scored.Select(entrant => Computation.InputOf(before, entrant))], leaveOut);
        return new(
            trial,
            CriteriaReview.Of(trial.Tried, scorecards),
            WeightBand.Ranges(trial.Tried.Method, scorecards, band / 100.0, Draws, Seed));
    }
}
