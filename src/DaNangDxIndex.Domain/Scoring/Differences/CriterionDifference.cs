using DaNangDxIndex.Criteria;
using DaNangDxIndex.Text;

namespace DaNangDxIndex.Scoring.Differences;

/// <summary>One criterion in both sets.</summary>
/// <param name="Before">Null where it is new.</param>
/// <param name="After">Null where it is gone.</param>
/// <param name="Aspects">What changed; empty for one that is new, gone or the same.</param>
public sealed record CriterionDifference(Criterion? Before, Criterion? After, IReadOnlyList<AspectChange> Aspects)
{
    public DifferenceKind Kind => (Before, After) switch
    {
        (null, _) => DifferenceKind.Added,
        (_, null) => DifferenceKind.Removed,
        _ => Aspects.Count == 0 ? DifferenceKind.Same : DifferenceKind.Changed,
    };

    /// <summary>As it is now, or was last.</summary>
    public Criterion Criterion => After ?? Before ?? throw new InvalidOperationException("One of the two is there.");

    internal static IReadOnlyList<CriterionDifference> Of(CriteriaSet before, CriteriaSet after)
    {
        var pairs = Pairs([.. before.Criteria], [.. after.Criteria]);
        var kept = pairs.Values.ToHashSet();
        return
        [
            .. after.Criteria.Select(criterion => pairs.TryGetValue(criterion, out var was)
                ? new CriterionDifference(was, criterion, Changes(new(before, was), new(after, criterion)))
                : new CriterionDifference(null, criterion, [])),
            .. before.Criteria.Where(criterion => !kept.Contains(criterion))
                .Select(criterion => new CriterionDifference(criterion, null, [])),
        ];
    }

    // First by code and name, then a name that stands once on either side, then what is left by code: so a new numbering renames nothing.
    internal static Dictionary<Criterion, Criterion> Pairs(List<Criterion> before, List<Criterion> after)
    {
        var pairs = new Dictionary<Criterion, Criterion>(ReferenceEqualityComparer.Instance);
        Pair(criterion => (criterion.Code, Folded(criterion)));
        Pair(Folded);
        Pair(criterion => criterion.Code);
        return pairs;

        void Pair<T>(Func<Criterion, T> key)
        {
            var left = before.Where(criterion => !pairs.ContainsValue(criterion)).GroupBy(key)
                .Where(same => same.Count() == 1).ToDictionary(same => (object?)same.Key ?? "", same => same.First());
            foreach (var same in after.Where(criterion => !pairs.ContainsKey(criterion)).GroupBy(key).Where(same => same.Count() == 1))
            {
                if (left.TryGetValue((object?)same.Key ?? "", out var was))
                    pairs[same.First()] = was;
            }
        }
    }

    private static string Folded(Criterion criterion) => criterion.Name.Vi.Trim().ToUpperInvariant();

    private static IReadOnlyList<AspectChange> Changes(Placed before, Placed after) =>
        [.. Between(before, after).Where(change => change.Aspect != Aspect.Rule || RuleDiffers(before, after))];

    private static IReadOnlyList<AspectChange> Between(Placed before, Placed after) => AspectChange.Between<Placed>(before, after,
    [
        (Aspect.Code, placed => AspectChange.Same(placed.Criterion.Code)),
        (Aspect.Name, placed => placed.Criterion.Name),
        (Aspect.Component, placed => placed.Set.ComponentOf(placed.Criterion.Code)?.Name),
        (Aspect.Weight, placed => new(Points(placed.Criterion.Maximum, "vi"), Points(placed.Criterion.Maximum, "en"))),
        (Aspect.Rule, placed => Explanation.RuleInWords(placed.Set, placed.Criterion)),
        (Aspect.Figures, placed => Names(placed.Set, placed.Criterion)),
        (Aspect.NotApplicable, placed => PolicyInWords.Of(placed.Criterion.NotApplicable)),
        (Aspect.NothingDue, placed => PolicyInWords.Of(placed.Criterion.NothingDue)),
        (Aspect.Pillar, placed => PillarName.Of(Criteria.Reading.PlaceValues.Camel(placed.Criterion.Pillar.ToString()))),
        (Aspect.Evidence, placed => EvidenceOf(placed.Criterion)),
        (Aspect.VerifyingUnit, placed => AspectChange.Same(placed.Criterion.VerifyingUnit)),
        (Aspect.LegalBasis, placed => placed.Criterion.LegalBasis),
        (Aspect.Guidance, placed => placed.Criterion.Guidance),
    ]);

    // The rule's words name points; where only the weight changed the rule did not.
    private static bool RuleDiffers(Placed before, Placed after) => OfHundred(before) != OfHundred(after);

    private static Bilingual OfHundred(Placed placed) =>
        Explanation.RuleInWords(placed.Set, placed.Criterion.Rule is null ? placed.Criterion : placed.Criterion with { Maximum = 100 });

    private static Bilingual? Names(CriteriaSet set, Criterion criterion)
    {
        var names = criterion.Figures.Select(code => set.Figure(code)?.Name ?? new(code, code)).ToList();
        return names.Count == 0 ? null : new(
            string.Join("; ", names.Select(name => name.Vi)), string.Join("; ", names.Select(name => name.En)));
    }

    private static Bilingual? EvidenceOf(Criterion criterion) => criterion.Evidence switch
    {
        null => null,
        { Required: true, Text: var text } => new("Bắt buộc. " + text?.Vi, "Required. " + text?.En),
        { Text: var text } => text,
    };

    private static string Points(Fraction maximum, string language) => NumberText.Plain(maximum, language);

    private sealed record Placed(CriteriaSet Set, Criterion Criterion);
}
