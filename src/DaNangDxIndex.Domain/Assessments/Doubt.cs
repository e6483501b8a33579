using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Assessments;

/// <summary>
/// Figures of an agency that can hardly be true together, or beside those of last year. An error has to be mended before the form is
/// handed in; a warning wants a sentence of the agency (<see cref="Clarification"/>), which its approver and the appraisers read.
/// </summary>
/// <param name="kind">What is doubted of them.</param>
/// <param name="subject">The figure, the quantity or the component that is doubted, as a code.</param>
/// <param name="figure">The figure in the form that the doubt stands beside; null where it is about a whole component.</param>
/// <param name="component">The component in which it is asked.</param>
/// <param name="about">
/// The values in doubt, so that a sentence about others does not answer it: "files-online=120;files-received=100".
/// </param>
/// <param name="inWords">Makes <see cref="Fact"/>: every save finds all doubts of a form, and shows those of one component.</param>
public sealed class Doubt(DoubtKind kind, string subject, Figure? figure, Component component, string about, Func<Bilingual> inWords)
{
    public DoubtKind Kind => kind;

    public string Subject => subject;

    public Figure? Figure => figure;

    public Component Component => component;

    public string About => about;

    /// <summary>What is so, for everybody who reads it.</summary>
    public Bilingual Fact => field ??= inWords();

    /// <summary>The same for the agency that can mend it: with what is to be done.</summary>
    public Bilingual Sentence
    {
        get
        {
            var todo = DoubtInWords.ToDo(Kind);
            return new($"{Fact.Vi} {todo.Vi}", $"{Fact.En} {todo.En}");
        }
    }

    /// <summary>Names the doubt among those of the same agency and year, also when its values change.</summary>
    public string Key => $"{Kind switch
    {
        DoubtKind.PartOfNothing => "nothing",
        DoubtKind.AboveWhole => "above",
        DoubtKind.Jump => "jump",
        DoubtKind.SameAsLastYear => "same",
    }}:{Subject}";

    /// <summary>True where it stops submitting; a warning only asks for a sentence.</summary>
    public bool IsError => Kind == DoubtKind.PartOfNothing;

    /// <summary>The quantity in doubt; null where it is not about a part and its whole.</summary>
    public Quantity? Of { get; init; }

    /// <summary>A sentence answers a warning for the values that it was written about, and no error.</summary>
    public bool IsAnsweredBy(Clarification? said) =>
        !IsError && said is not null && string.Equals(said.About, About, StringComparison.Ordinal);
}

public enum DoubtKind
{
    /// <summary>A whole of nothing with a part: the ratio has no value, and one of the two figures is wrong.</summary>
    PartOfNothing,

    /// <summary>A part above its whole ("handled online" above "received").</summary>
    AboveWhole,

    /// <summary>Far from last year's value.</summary>
    Jump,

    /// <summary>Every number of a component is last year's.</summary>
    SameAsLastYear,
}
