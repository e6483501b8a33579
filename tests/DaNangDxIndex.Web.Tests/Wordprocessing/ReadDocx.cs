using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;

namespace DaNangDxIndex.Wordprocessing;

using Text = DocumentFormat.OpenXml.Wordprocessing.Text;

/// <summary>A written document, read back: valid by the schema, its text in order, its tables by cells.</summary>
internal sealed class ReadDocx : IDisposable
{
    private readonly MemoryStream _file;
    private readonly WordprocessingDocument _document;

    private ReadDocx(byte[] file)
    {
        _file = new MemoryStream(file);
        _document = WordprocessingDocument.Open(_file, isEditable: false);
        new OpenXmlValidator().Validate(_document).Select(fault => $"{fault.Path?.XPath}: {fault.Description}").ShouldBeEmpty();
    }

    public static ReadDocx Of(byte[] file) => new(file);

    /// <summary>A line to each paragraph.</summary>
    public string Text => string.Join('\n', Body.Descendants<Paragraph>().Select(Read));

    /// <summary>Those of the text itself, without the halves of letterheads.</summary>
    public IReadOnlyList<List<string[]>> Tables => [.. RuledTables.Select(table => table.Elements<TableRow>()
        .Select(row => row.Elements<TableCell>()
            .Select(cell => string.Join('\n', cell.Elements<Paragraph>().Select(Read))).ToArray()).ToList())];

    public int RepeatedHeads => RuledTables.Count(table => table.Elements<TableRow>().First().Descendants<TableHeader>().Any());

    public int Sections => Body.Descendants<SectionProperties>().Count();

    private IEnumerable<Table> RuledTables => Body.Elements<Table>().Where(table => table.Descendants<TableBorders>().Any());

    private Body Body => _document.MainDocumentPart.ShouldNotBeNull().Document.ShouldNotBeNull().Body.ShouldNotBeNull();

    /// <summary>Each text stands behind the one before it.</summary>
    public void InOrder(params string[] texts)
    {
        var (text, from) = (Text, 0);
        foreach (var wanted in texts)
        {
            var at = text.IndexOf(wanted, from, StringComparison.Ordinal);
            at.ShouldBeGreaterThanOrEqualTo(0, $"“{wanted}” does not stand behind what comes before it in:\n{text}");
            from = at + wanted.Length;
        }
    }

    public void Dispose()
    {
        _document.Dispose();
        _file.Dispose();
    }

    private static string Read(Paragraph paragraph) => string.Concat(paragraph.Descendants<Run>().SelectMany(run => run.ChildElements)
        .Select(element => element switch { Text text => text.Text, Break => "\n", _ => "" }));
}
