using DaNangDxIndex.Assessments;
using DaNangDxIndex.Tenancy;
using DaNangDxIndex.Text;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Ranking;

/// <summary>A ranked table said in a sentence, with the strip of tiers that shows the same.</summary>
public sealed class StandingsInWords(RankedTable table, IStringLocalizer<RankingTexts> texts)
{
    private static readonly string[] MissingKinds = ["Words.LeftOut", "Words.Scored", "Words.NotYet"];
    private readonly string _language = Addresses.Language;

    /// <summary>Null where nobody printed how many agencies stood in each tier.</summary>
    public TierStrip? Strip
    {
        get
        {
            if (table.Tiers.Count == 0 || table.Tiers.Any(tier => tier.Now is null))
                return null;
            var compared = table is { IsComplete: true, YearBefore: not null } && table.Tiers.Any(tier => tier.Before is not null);
            return new TierStrip(
                Sentence,
                $"{table.Year}",
                compared ? $"{table.YearBefore}" : null,
                [.. table.Tiers.Select(tier => new TierStrip.Count(
                    StandingsOnPage.MarkOf(tier), tier.Now ?? 0, tier.Before, IsMadeUp(tier.CountFrom)))]);
        }
    }

    /// <summary>
    /// "Năm 2024 có 24 sở, ban, ngành được đánh giá: 6 xuất sắc, 7 tốt, 10 khá và 1 trung bình. Dẫn đầu là … với 98,06 điểm."
    /// </summary>
    public string Sentence => string.Join(' ', new[] { Counts, NotSubmitted, Leaders, Change }.Where(part => part is not null));

    private string? Counts
    {
        get
        {
            var named = table.Tiers.Where(tier => tier.Now > 0).ToList();
            if (named.Count == 0)
                return null;
            // One mark for all is enough; beside printed counts each made one bears its own.
            var all = named.TrueForAll(tier => IsMadeUp(tier.CountFrom));
            var counts = named.ConvertAll(tier => NumberText.With($"{tier.Now}", FirstLetter.Lowered(tier.Name.In(_language)))
                + (all ? "" : Mark(tier.CountFrom)));
            var sentence = texts["Words.Counts", table.Year, table.Tiers.Sum(tier => tier.Now ?? 0),
                FirstLetter.Lowered(table.Name.In(_language)), Joined(counts)];
            return all ? texts["Words.MadeUp", sentence.Value] : sentence.Value;
        }
    }

    private string? Leaders
    {
        get
        {
            var leaders = table.Agencies.Where(agency => agency.Rank == 1).ToList();
            // Where ranks count inside each parent, there is no one leader to name.
            if (leaders.Count is 0 or > 3)
                return null;
            var names = Joined([.. leaders.Select(NameOf)]);
            if (leaders[0].Total is not { } total)
                return texts["Words.LeadersWithoutTotal", names];
            return texts[leaders.Count == 1 ? "Words.Leader" : "Words.Leaders",
                names, (NumberText.Written(total, _language) ?? "") + Mark(leaders[0].TotalFrom)];
        }
    }

    /// <summary>Those who did not submit are told of wherever the table is summed up.</summary>
    private string? NotSubmitted
    {
        get
        {
            var missing = table.Agencies.Where(agency => !agency.Submitted).ToLookup(agency =>
                table.MaySubmit.Contains(agency.Code) ? "Words.NotYet" : agency.LeftOut ? "Words.LeftOut" : "Words.Scored",
                StringComparer.Ordinal);
            var sentences = MissingKinds.Where(missing.Contains)
                .Select(kind => texts[kind, missing[kind].Count()].Value).ToList();
            return sentences.Count == 0 ? null : string.Join(' ', sentences);
        }
    }

    private string NameOf(RankedAgency agency) =>
        agency.Submitted ? agency.Name.In(_language) : $"{agency.Name.In(_language)} ({FirstLetter.Lowered(texts["NotSubmitted"])})";

    private string? Change
    {
        get
        {
            // With some still to come, fewer would be a matter of time alone.
            if (!table.IsComplete)
                return null;
            if (table.Tiers is not [{ Now: { } now, Before: { } before } best, ..] || now == before || IsMadeUp(best.CountFrom))
                return null;
            return texts[now > before ? "Words.More" : "Words.Fewer",
                FirstLetter.Lowered(best.Name.In(_language)), Math.Abs(now - before), table.YearBefore ?? 0];
        }
    }

    private string Mark(Provenance? from) => IsMadeUp(from) ? $" ({texts["Words.MadeUpMark"]})" : "";

    private static bool IsMadeUp(Provenance? from) => from == Provenance.Illustrative;

    private string Joined(List<string> parts) =>
        parts.Count == 1 ? parts[0] : $"{string.Join(", ", parts[..^1])} {texts["And"]} {parts[^1]}";
}
