namespace DaNangDxIndex.Publishing.OnPaper;

/// <summary>What has to stand at a place of a printed file, by the publication.</summary>
/// <param name="Published">As it is printed; "–" where there is no number and words may stand in its place.</param>
/// <param name="Agrees">Whether a text says just that.</param>
public sealed record PaperFact(string Place, string Published, Func<string, bool> Agrees)
{
    private const string Dash = "–";

    /// <param name="text">Null where there is no number: then words stand there, and no digit.</param>
    public static PaperFact Exactly(string place, string? text) =>
        text is null ? new(place, Dash, HasNoDigit) : new(place, PdfPageText.Plain(text), said => said == PdfPageText.Plain(text));

    /// <summary>The name, and behind it what is not checked: in which district it lies.</summary>
    public static PaperFact Begins(string place, string name) =>
        new(place, PdfPageText.Plain(name), said => said.StartsWith(PdfPageText.Plain(name), StringComparison.Ordinal));

    /// <summary>The name without the words that all in the table begin with; it must be nobody else's.</summary>
    /// <param name="all">Plain already: a stranger's file may ask often.</param>
    public static PaperFact Ends(string place, string name, IReadOnlyCollection<string> all) => new(place, PdfPageText.Plain(name), said =>
        said == PdfPageText.Plain(name)
        || (said.Length > 0 && EndsWith(PdfPageText.Plain(name), said) && all.Count(other => EndsWith(other, said)) == 1));

    /// <summary>A tier by its name, which may bear the mark of a footnote; without one, no tier's name.</summary>
    public static PaperFact OneOf(string place, string? name, IReadOnlyCollection<string> all) => new(place, name ?? Dash, said =>
        name is null
            ? !all.Any(other => said.StartsWith(PdfPageText.Plain(other), StringComparison.Ordinal))
            : said == PdfPageText.Plain(name) || said == PdfPageText.Plain(name) + " (*)");

    /// <summary>Digits alone are compared: how a figure is put into words may become another.</summary>
    public static PaperFact Digits(string place, string? text) =>
        new(place, text is null ? Dash : PdfPageText.Plain(text), said => DigitsOf(said) == DigitsOf(text ?? ""));

    private static bool HasNoDigit(string said) => !said.Any(char.IsDigit);

    private static bool EndsWith(string name, string said) => name.EndsWith(said, StringComparison.OrdinalIgnoreCase);

    private static string DigitsOf(string text) => string.Concat(text.Where(char.IsDigit));
}
