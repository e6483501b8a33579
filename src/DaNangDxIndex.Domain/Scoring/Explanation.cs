using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Scoring;

/// <summary>A figure as it was read, with its value in each language's number format ("chưa có" where it is blank).</summary>
public sealed record FigureRead(Figure Figure, Bilingual Value);

/// <summary>How a criterion came to its points, in both languages, each with its number format.</summary>
/// <param name="Figures">The figures read.</param>
/// <param name="Rule">The rule in words, without values.</param>
/// <param name="Steps">Intermediate values, in the order of computing.</param>
/// <param name="Points">What came out: "6,00/6,00 điểm".</param>
/// <param name="Sentence">All of it in one line: "3.468/3.471 = 99,91%, đạt mục tiêu 95% → 6,00/6,00 điểm".</param>
public sealed record Explanation(
    IReadOnlyList<FigureRead> Figures, Bilingual Rule, IReadOnlyList<Bilingual> Steps, Bilingual Points, Bilingual Sentence)
{
    /// <summary>Explains one result that <see cref="Scorer"/> gave for this input and this best of the group.</summary>
    public static Explanation Of(CriteriaSet set, CriterionResult result, ScoringInput input, GroupBest? best = null)
    {
        var (vi, en) = (new ResultWording(set, result, input, best, "vi"), new ResultWording(set, result, input, best, "en"));
        var points = new Bilingual(vi.Points, en.Points);
        var steps = vi.Steps().Zip(en.Steps(), (vietnamese, english) => new Bilingual(vietnamese, english)).ToList();
        var figures = result.Criterion.Figures.Select(code => set.Figure(code)).OfType<Figure>()
            .Select(figure => new FigureRead(figure, new Bilingual(vi.ValueOf(figure), en.ValueOf(figure))));
        var sentence = new Bilingual(vi.Sentence(), en.Sentence());
        return new Explanation([.. figures], RuleInWords(set, result.Criterion), steps, points, sentence);
    }

    /// <summary>The rule in words, for guidance beside the form and for the methodology page.</summary>
    public static Bilingual RuleInWords(CriteriaSet set, Criterion criterion) => new(
        new RuleWording(set, criterion, "vi").Text(), new RuleWording(set, criterion, "en").Text());
}
