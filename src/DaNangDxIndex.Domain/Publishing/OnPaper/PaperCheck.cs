using System.Globalization;

namespace DaNangDxIndex.Publishing.OnPaper;

/// <summary>
/// A printed file against the publication it says it is of: names, totals, ranks, tiers, points and figures at their places, code, digest
/// and head of the audit chain. Sentences, notes, medians and the look of the page are not compared, nor what was laid over it.
/// </summary>
public static class PaperCheck
{
    /// <summary>Where the file says one thing and the publication another; empty where they agree.</summary>
    /// <param name="code">That was given out for this scorecard, where it is known: a bundle does not hold it.</param>
    public static IReadOnlyList<Difference> Of(PaperPdf paper, PublishedEdition published, string digest, string? code = null) =>
        [.. Identity(paper.Identity, published, digest, code), .. Texts(paper, [.. Facts(paper.Identity, published, digest)])];

    private static IEnumerable<Difference> Identity(PaperIdentity paper, PublishedEdition published, string digest, string? code)
    {
        (string Place, string? Said, string? Known)[] members =
        [
            ("tenant", paper.Tenant, published.Tenant.Slug),
            ("edition", Text(paper.Edition), Text(published.Year)),
            ("number", Text(paper.Number), Text(published.Number)),
            ("digest", paper.Digest, digest),
            ("code", paper.Code, code ?? paper.Code),
        ];
        return members.Where(member => member.Said != member.Known)
            .Select(member => new Difference(member.Place, member.Said ?? "–", member.Known ?? "–"));
    }

    private static IEnumerable<PaperFact> Facts(PaperIdentity paper, PublishedEdition published, string digest)
    {
        if (published.Group(paper.Group) is not { } group)
            return [new("group", "–", _ => false)];
        List<PaperFact> facts = [
            PaperFact.Exactly(PaperPlace.Digest, digest), PaperFact.Exactly(PaperPlace.AuditHead, published.AuditHead)];
        if (paper.Agency is null)
            return [.. facts, .. new StandingsFacts(group, paper.Language).All()];
        if (paper.Code is { } code)
            facts.Add(PaperFact.Exactly(PaperPlace.Code, code));
        return group.Entrant(paper.Agency) is { } entrant && group.ResultOf(paper.Agency) is { } result
            ? [.. facts, .. new ScorecardFacts(group, entrant, result, paper.Language).All()]
            : [.. facts, new("agency", "–", _ => false)];
    }

    /// <summary>A place may stand more than once, and a long text in parts on two pages: then the parts together say it.</summary>
    private static IEnumerable<Difference> Texts(PaperPdf paper, IReadOnlyList<PaperFact> facts)
    {
        var said = paper.Texts.ToLookup(text => text.Place, text => text.Text, StringComparer.Ordinal);
        var known = facts.ToDictionary(fact => fact.Place, StringComparer.Ordinal);
        foreach (var fact in facts)
        {
            var texts = said[fact.Place].ToList();
            if (texts.Count == 0)
                yield return new(fact.Place, "–", fact.Published);
            // The same words are judged once, however often a stranger's file says them.
            else if (texts.Distinct(StringComparer.Ordinal).FirstOrDefault(text => !fact.Agrees(text)) is { } other
                && !fact.Agrees(string.Join(' ', texts)))
                yield return new(fact.Place, other, fact.Published);
        }

        foreach (var place in said.Where(place => !known.ContainsKey(place.Key)))
            yield return new(place.Key, place.First(), "–");
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
