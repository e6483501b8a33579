using System.Globalization;
using DaNangDxIndex.Text;

namespace DaNangDxIndex.Publishing.OnPaper;

/// <summary>All that is checked of a printed ranked table.</summary>
internal sealed class StandingsFacts(PublishedGroup group, string language)
{
    private readonly IReadOnlyList<string> _names = [.. group.Entrants.Select(entrant => PdfPageText.Plain(entrant.Name.In(language)))];
    private readonly bool _compared = group.Entrants.Any(entrant => entrant.Before?.Rank is not null);

    public IEnumerable<PaperFact> All() => group.Entrants.SelectMany(entrant => Of(entrant, group.ResultOf(entrant.Agency)));

    private IEnumerable<PaperFact> Of(Entrant entrant, Result? result)
    {
        string At(string what) => PaperPlace.Line(entrant.Agency, what);
        var method = group.Criteria.Method;
        yield return PaperFact.Ends(At(PaperPlace.Name), entrant.Name.In(language), _names);
        yield return PaperFact.Exactly(At(PaperPlace.Rank), Number(result?.Rank));
        yield return PaperFact.Exactly(At(PaperPlace.SelfTotal), Points(result?.SelfAssessed?.Total));
        yield return PaperFact.Exactly(At(PaperPlace.Total), Points(result?.Total));
        yield return PaperFact.OneOf(
            At(PaperPlace.Tier), method.Tiers.FirstOrDefault(tier => tier.Code == result?.Tier)?.Name.In(language),
            [.. method.Tiers.Select(tier => tier.Name.In(language))]);
        if (_compared)
            yield return PaperFact.Exactly(At(PaperPlace.RankBefore), Number(entrant.Before?.Rank));
    }

    private string? Points(string? total) => NumberText.Value(total) is { } known
        ? NumberText.Fixed(known, group.Criteria.Method.Decimals, language)
        : null;

    private static string? Number(int? number) => number?.ToString(CultureInfo.InvariantCulture);
}
