using DaNangDxIndex.Ranking;
using DaNangDxIndex.Tenancy;
using DaNangDxIndex.Text;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Scorecards;

/// <summary>Rank, total and tier in large figures: the head of an agency's page, and what a printed scorecard is compared with.</summary>
internal static class ResultInBrief
{
    public static Outcome Of(AgencyResult result, IStringLocalizer<AgencyTexts> texts) => new(
        result.Line.Rank?.ToString(System.Globalization.CultureInfo.InvariantCulture),
        result.Ranked,
        NumberText.Written(result.Line.Total, Addresses.Language),
        NumberText.Plain(result.Table.Scale, Addresses.Language),
        result.Table.Tier(result.Line.Tier) is { } tier ? StandingsOnPage.MarkOf(tier) : null,
        new RankChange(result.Line.Change))
    {
        Version = result.Table.Version is { } version
            ? texts["Version", version.Number, VietNamTime.Day(version.PublishedAt, Addresses.Language)].Value
            : null,
        Submitted = result.Line.Submitted,
        RankFrom = result.Line.RankFrom,
        TotalFrom = result.Line.TotalFrom,
        TierFrom = result.Line.TierFrom,
    };
}
