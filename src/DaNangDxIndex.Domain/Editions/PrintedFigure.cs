using DaNangDxIndex.Text;

namespace DaNangDxIndex.Editions;

/// <summary>What a <see cref="PrintedFigure"/> is to its reader.</summary>
public enum PrintedKind
{
    Figure,
    Target,

    /// <summary>Two sources say different things; the sentence says which one is followed here.</summary>
    Contradiction,

    /// <summary>What a reader needs to know to read the figures of that year.</summary>
    Note,
}

/// <summary>Which side of its level a target wants: "at least 90%" or "at most 40 late files".</summary>
public enum TargetBound
{
    Least,
    Most,
}

/// <summary>
/// Something that others printed about a year, with its source: shown beside the results and
/// never computed with, except where a figure of an agency says that it is the printed one.
/// </summary>
public sealed class PrintedFigure(int number, int year, PrintedKind kind, string? group, string? agency, string? figure, string source)
{
    /// <summary>Order inside the tenant, from 1.</summary>
    public int Number { get; private set; } = number;

    /// <summary>The edition beside which it is shown.</summary>
    public int Year { get; private set; } = year;

    public PrintedKind Kind { get; private set; } = kind;

    /// <summary>Code of the group it is said of; with an agency, of the agencies under that one.</summary>
    public string? Group { get; private set; } = group;

    public string? Agency { get; private set; } = agency;

    /// <summary>Code of the figure in the criteria set that it is about, where there is one.</summary>
    public string? Figure { get; private set; } = figure;

    public int? Numerator { get; private set; }

    public int? Denominator { get; private set; }

    /// <summary>As it was printed, which is not always what the division gives.</summary>
    public decimal? Percent { get; private set; }

    /// <summary>The printed words, where they say more than numbers ("gần 100%").</summary>
    public Bilingual? Said { get; private set; }

    public Bilingual Subject { get; private set; } = new("", "");

    /// <summary>What a reader must know: a period that is not the year, a mistake of the source.</summary>
    public Bilingual? Note { get; private set; }

    /// <summary>Code of the source.</summary>
    public string Source { get; private set; } = source;

    /// <summary>
    /// Code of what is measured ("files-online"): a target and the values that were printed of it bear the same one. Null where it is tied
    /// to nothing.
    /// </summary>
    public string? Indicator { get; private set; }

    /// <summary>Code of the figure that <see cref="Figure"/> is a part of, where agencies enter both.</summary>
    public string? Over { get; private set; }

    /// <summary>
    /// When it was measured, of a target by when it is due: "2024" or "2024-08"; null where it is the year it is shown in.
    /// </summary>
    public string? Period { get; private set; }

    public TargetBound Bound { get; private set; }

    /// <summary>Of a count: "results that bear a QR code"; null where the subject says what is counted, and for percentages.</summary>
    public Bilingual? Unit { get; private set; }

    public Period Measured => Text.Period.Read(Period) ?? new(Year, null);

    public PrintedFigure Saying(Bilingual subject, Bilingual? said, Bilingual? note)
    {
        Subject = subject;
        Said = said;
        Note = note;
        return this;
    }

    public PrintedFigure Counting(int? numerator, int? denominator, decimal? percent)
    {
        Numerator = numerator;
        Denominator = denominator;
        Percent = percent;
        return this;
    }

    public PrintedFigure Measuring(string? indicator, string? over, string? period)
    {
        (Indicator, Over, Period) = (indicator, over, period);
        return this;
    }

    public PrintedFigure Bounded(TargetBound bound, Bilingual? unit)
    {
        (Bound, Unit) = (bound, unit);
        return this;
    }

    /// <summary>Said of this agency of this group: by its name, through the agency it stands under, or of its whole group.</summary>
    public bool IsAbout(string agency, string? parent, string group) => Agency is null
        ? Group == group
        : Group is null ? Agency == agency : Group == group && Agency == parent;

    /// <summary>
    /// The value as printed. Where numerator and denominator were printed the division is shown exactly, and beside
    /// it the printed percentage if it is another one. Null for a contradiction or a note, which have no value.
    /// </summary>
    public Bilingual? Value => Said ?? (Numerator is null && Percent is null ? null : new(BoundedIn("vi"), BoundedIn("en")));

    /// <summary>
    /// The words that are frozen with a publication, whose form knows neither units nor bounds: with those, the value in words.
    /// </summary>
    public Bilingual? Words => Unit is null && Bound == TargetBound.Least ? Said : Value;

    // That a target is "at least" goes without saying.
    private string BoundedIn(string language)
    {
        var value = ValueIn(language) + (Unit is { } unit ? $" {unit.In(language)}" : "");
        return Bound == TargetBound.Least ? value : language == "en" ? $"at most {value}" : $"tối đa {value}";
    }

    private string ValueIn(string language)
    {
        var printed = Percent is { } percent ? NumberText.Percent(percent / 100, language) : null;
        if (Numerator is not { } numerator)
            return printed ?? "";
        if (Denominator is not { } denominator)
            return NumberText.Plain(numerator, language) + (printed is null ? "" : $"; {printed}");
        var exact = NumberText.Percent(Fraction.Of(numerator, denominator), language);
        var asPrinted = printed is null || printed == exact ? "" : language == "en" ? $" (printed: {printed})" : $" (báo in {printed})";
        return $"{NumberText.Plain(numerator, language)}/{NumberText.Plain(denominator, language)} = {exact}{asPrinted}";
    }
}
