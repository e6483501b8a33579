using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Scoring;
using DaNangDxIndex.Text;

namespace DaNangDxIndex.Ranking;

/// <summary>
/// All that a criterion says in a language, rule, evidence and legal basis in words, as a search reads it: put together once for a set.
/// </summary>
internal static class WordsOfCriteria
{
    private static readonly ConditionalWeakTable<CriteriaSet, ConcurrentDictionary<string, IReadOnlyDictionary<string, string>>> Known = [];

    /// <summary>Folded, by the criterion's code.</summary>
    public static IReadOnlyDictionary<string, string> Of(CriteriaSet set, string language) =>
        Known.GetOrCreateValue(set).GetOrAdd(language, _ => set.Components.SelectMany(component => component.Criteria).ToDictionary(
            criterion => criterion.Code, criterion => FoldedText.Of(TextOf(set, criterion, language)), StringComparer.Ordinal));

    public static Bilingual? RuleOf(CriteriaSet set, Criterion criterion) =>
        criterion.Rule is null ? null : Explanation.RuleInWords(set, criterion);

    private static string TextOf(CriteriaSet set, Criterion criterion, string language) => string.Join(' ', new[]
    {
        criterion.Name, RuleOf(set, criterion), criterion.Evidence?.Text, criterion.LegalBasis,
    }.OfType<Bilingual>().Select(text => text.In(language)).Prepend(criterion.Code));
}
