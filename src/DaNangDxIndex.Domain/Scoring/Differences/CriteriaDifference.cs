using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Scoring.Differences;

/// <summary>
/// What became of one criteria set in another: last year's in this year's, or a draft in a file that is about to replace it. A criterion is
/// the same one where its name is the same, or else its code.
/// </summary>
/// <param name="Criteria">In the order of the later set; those that are gone stand behind, in the order of the earlier one.</param>
/// <param name="Figures">Figures that are new, gone, or asked otherwise.</param>
/// <param name="MethodBefore">Sentences of the method that no longer hold.</param>
/// <param name="MethodAfter">Sentences of the method that are new.</param>
public sealed record CriteriaDifference(
    IReadOnlyList<CriterionDifference> Criteria, IReadOnlyList<FigureDifference> Figures,
    IReadOnlyList<Bilingual> MethodBefore, IReadOnlyList<Bilingual> MethodAfter)
{
    public int Unchanged => Criteria.Count(difference => difference.Kind == DifferenceKind.Same);

    public IEnumerable<CriterionDifference> Changes => Criteria.Where(difference => difference.Kind != DifferenceKind.Same);

    public bool IsNone => !Changes.Any() && Figures.Count == 0 && MethodBefore.Count == 0 && MethodAfter.Count == 0;

    public static CriteriaDifference Of(CriteriaSet before, CriteriaSet after)
    {
        var (left, came) = (Sentences(before), Sentences(after));
        return new(
            CriterionDifference.Of(before, after), FigureDifference.Of(before, after), [.. left.Except(came)], [.. came.Except(left)]);
    }

    /// <summary>The code that each criterion has in the later set, by the one it had; those that are gone are absent.</summary>
    public static IReadOnlyDictionary<string, string> CodesAfter(CriteriaSet before, CriteriaSet after) =>
        CriterionDifference.Pairs([.. before.Criteria], [.. after.Criteria])
            .ToDictionary(pair => pair.Value.Code, pair => pair.Key.Code, StringComparer.Ordinal);

    /// <summary>
    /// With the names of verifying units in place of their codes. A unit that was founded anew under its old name is no change to whoever
    /// reads names.
    /// </summary>
    public CriteriaDifference WithUnits(Func<string, Bilingual?> name)
    {
        return this with
        {
            Criteria = [.. Criteria.Select(difference => difference with { Aspects = Named(difference.Aspects) })],
            Figures =
            [
                .. Figures.Select(difference => difference with { Aspects = Named(difference.Aspects) })
                    .Where(difference => difference.Kind != DifferenceKind.Changed || difference.Aspects.Count > 0),
            ],
        };

        IReadOnlyList<AspectChange> Named(IReadOnlyList<AspectChange> aspects) =>
        [
            .. aspects.Select(change => change.Aspect == Aspect.VerifyingUnit
                ? change with { Before = NameOf(change.Before), After = NameOf(change.After) }
                : change).Where(change => change.Aspect != Aspect.VerifyingUnit || change.Before != change.After),
        ];

        Bilingual? NameOf(Bilingual? code) => code is null ? null : name(code.Vi) ?? code;
    }

    /// <summary>The difference in one sentence: "Thêm 2 tiêu chí, bỏ 1, thay đổi 5; 32 tiêu chí giữ nguyên."</summary>
    public Bilingual InWords()
    {
        var (added, removed, changed) = (Count(DifferenceKind.Added), Count(DifferenceKind.Removed), Count(DifferenceKind.Changed));
        var vi = string.Join(", ", new[] { Part("thêm", added), Part("bỏ", removed), Part("thay đổi", changed) }.OfType<string>());
        var en = string.Join(", ", new[] { Part(added, "added"), Part(removed, "removed"), Part(changed, "changed") }.OfType<string>());
        return vi.Length == 0
            ? new($"{Unchanged} tiêu chí giữ nguyên.", $"All {Unchanged} criteria are unchanged.")
            : new(
                $"{char.ToUpperInvariant(vi[0])}{vi[1..]} tiêu chí; {Unchanged} tiêu chí giữ nguyên.",
                $"Criteria: {en}; {Unchanged} unchanged.");
    }

    private int Count(DifferenceKind kind) => Criteria.Count(difference => difference.Kind == kind);

    private static string? Part(string verb, int count) => count == 0 ? null : $"{verb} {count}";

    private static string? Part(int count, string participle) => count == 0 ? null : $"{count} {participle}";

    private static List<Bilingual> Sentences(CriteriaSet set) =>
        [.. MethodInWords.Of(set), .. MethodInWords.Tiers(set.Method), .. MethodInWords.Gates(set)];
}
