using DaNangDxIndex.Criteria;
using DaNangDxIndex.Publishing;
using DaNangDxIndex.Ranking;
using DaNangDxIndex.Scoring;
using DaNangDxIndex.Text;

namespace DaNangDxIndex.Scorecards;

/// <summary>Brings a published scorecard onto paper: every number rounded as it is printed, every rule as its sentence.</summary>
public sealed class ScorecardPrinting(ScorecardPdf pdf, IConfiguration configuration)
{
    /// <exception cref="ArgumentException">The result was taken over from print; only computed ones have a scorecard.</exception>
    public byte[] Print(AgencyResult result, string culture) =>
        pdf.Write(DocumentOf(result, result.Card ?? throw new ArgumentException("Only computed results have a scorecard.", nameof(result))), culture);

    /// <summary>ASCII, so that every system can keep it: "phieu-ket-qua-2024-so-tttt.pdf".</summary>
    public static string FileName(AgencyResult result, string culture) =>
        $"{(culture == "en" ? "scorecard" : "phieu-ket-qua")}-{result.Table.Year}-{result.Line.Code}.pdf";

    private ScorecardDocument DocumentOf(AgencyResult result, PublishedCard card)
    {
        var method = card.Method;
        return new ScorecardDocument
        {
            Issuer = new ScorecardIssuer(card.Version.Edition.Tenant.Name, Authority(card.Version.Edition.Tenant)),
            Year = result.Table.Year,
            Group = card.Group.Name,
            AgencyCode = card.Entrant.Agency,
            AgencyName = card.Entrant.Name,
            Publication = PublicationOf(card),
            Result = ResultOf(result, card),
            Components = ScorecardParts.Components(card),
            Pillars = ScorecardParts.Pillars(card),
            TierScale = new(
                [.. method.Tiers.Select(tier => new ScorecardTier(tier.Name, tier.From.Round(4)))],
                method.TierBounds == TierBounds.LowerInclusive,
                method.TiersOn == TiersOn.Percent),
            Footnotes = card.Result.Footnotes,
            RoundingNote = MethodInWords.Rounding(method),
            Illustrative = card.Entrant.Illustrative,
            Submitted = card.Entrant.Submitted,
            Decimals = method.Decimals,
        };
    }

    // A head is set as "ỦY BAN NHÂN DÂN" over "THÀNH PHỐ ĐÀ NẴNG", never broken inside the name.
    private static Bilingual Authority(PublishedTenant tenant) => new(
        tenant.Authority.Vi.Replace("nhân dân ", "nhân dân\n", StringComparison.Ordinal),
        tenant.Authority.En.Replace("Committee of ", "Committee of\n", StringComparison.Ordinal));

    private ScorecardPublication PublicationOf(PublishedCard card)
    {
        var edition = card.Version.Edition;
        var decision = edition.Document is { } document ? new ScorecardDecision(document.Kind, document.Number, document.Date, document.Issuer) : null;
        var code = card.Code ?? "";
        return new ScorecardPublication(
            edition.Number, VietNamTime.DayOf(edition.PublishedAt), decision, code, new Uri(PublicAddress, $"/verify/{code}"), card.Version.Digest);
    }

    // Never the host of the request: anybody can send one, and it would stand on paper.
    private Uri PublicAddress => configuration["DX_PUBLIC_URL"] is { Length: > 0 } named
        ? new Uri(named)
        : Uri.TryCreate(configuration["DX_URLS"]?.Split(';')[0], UriKind.Absolute, out var served) ? served : new Uri("http://127.0.0.1:5080");

    private static ScorecardResult ResultOf(AgencyResult result, PublishedCard card)
    {
        var (method, published) = (card.Method, card.Result);
        var whole = published.Applicable == method.Scale;
        return new ScorecardResult
        {
            Total = PrintedNumber.Value(published.Total),
            Scale = method.Round(method.Scale),
            Rank = published.Rank,
            Ranked = result.Ranked,
            Tier = method.Tiers.FirstOrDefault(tier => tier.Code == published.Tier)?.Name,
            NotRanked = published.Rank is null ? new("Được đánh giá, không xếp hạng", "Assessed, not ranked") : null,
            RankChange = result.Line.Change,
            Earned = method.Round(published.Base),
            ApplicableMaximum = method.Round(published.Applicable),
            Converted = whole ? null : method.Round(published.Converted),
            Bonus = published.Bonus.IsZero ? null : method.Round(published.Bonus),
            Penalty = published.Penalty.IsZero ? null : method.Round(published.Penalty),
            BeforeCap = method.Cap == TotalCap.Total && published.BeforeCap > method.Scale ? method.Round(published.BeforeCap) : null,
        };
    }
}
