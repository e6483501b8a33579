using System.Globalization;
using System.Security;
using System.Text;
using DaNangDxIndex.Publishing.OnPaper;
using DaNangDxIndex.Text;

namespace DaNangDxIndex.Typesetting;

/// <summary>
/// What a file says of itself. Times are the publication's, never the clock's; the author is an office, never a person; no program and no
/// version of one is named.
/// </summary>
internal sealed record PdfFacts(string Title, string Author, string Subject, string Language, DateOnly Created)
{
    /// <summary>Of what it is a print, for whoever checks the file; null for what was not published.</summary>
    public PaperIdentity? Paper { get; init; }

    private DateTimeOffset Midnight => VietNamTime.At(Created, TimeOnly.MinValue);

    /// <summary>Writes catalog and description, and with them the end of the file.</summary>
    public byte[] Finish(PdfFile file, int pages, int structure, int? outline)
    {
        var xmp = file.PlainStream("/Type /Metadata /Subtype /XML", Encoding.UTF8.GetBytes(Xmp()));
        var (info, root) = (file.Reserve(), file.Reserve());
        var date = $"(D:{Midnight.ToString("yyyyMMddHHmmsszzz", CultureInfo.InvariantCulture).Replace(':', '\'')}')";
        file.Begin(info).Add("<< /Title "u8).Text(Title).Add("/Author "u8).Text(Author).Add("/Subject "u8).Text(Subject)
            .Add("/CreationDate "u8).Add(date).Add(" /ModDate "u8).Add(date).Add(" >>"u8);
        var catalog = file.Begin(root).Add("<< /Type /Catalog /Pages "u8).Reference(pages).Add("/Lang ("u8).Add(Language)
            .Add(") /MarkInfo << /Marked true >> /ViewerPreferences << /DisplayDocTitle true >> /StructTreeRoot "u8).Reference(structure);
        if (outline is { } contents)
            catalog.Add("/Outlines "u8).Reference(contents).Add("/PageMode /UseOutlines "u8);
        catalog.Add("/Metadata "u8).Reference(xmp).Add(">>"u8);
        return file.Finish(root, info);
    }

    private string Xmp() => string.Create(CultureInfo.InvariantCulture, $"""
        <?xpacket begin="{'\uFEFF'}" id="W5M0MpCehiHzreSzNTczkc9d"?>
        <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
        <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
            xmlns:dx="{PaperIdentity.Namespace}" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
        <pdfuaid:part>1</pdfuaid:part>
        <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{SecurityElement.Escape(Title)}</rdf:li></rdf:Alt></dc:title>
        <dc:creator><rdf:Seq><rdf:li>{SecurityElement.Escape(Author)}</rdf:li></rdf:Seq></dc:creator>
        <dc:description><rdf:Alt><rdf:li xml:lang="x-default">{SecurityElement.Escape(Subject)}</rdf:li></rdf:Alt></dc:description>
        <dc:language><rdf:Bag><rdf:li>{Language}</rdf:li></rdf:Bag></dc:language>
        {Identity()}<xmp:CreateDate>{Midnight:yyyy-MM-dd'T'HH:mm:sszzz}</xmp:CreateDate>
        <xmp:ModifyDate>{Midnight:yyyy-MM-dd'T'HH:mm:sszzz}</xmp:ModifyDate>
        </rdf:Description></rdf:RDF></x:xmpmeta>
        <?xpacket end="r"?>
        """).ReplaceLineEndings("\n");

    private string Identity() => Paper is { } paper
        ? $"<dx:{PaperIdentity.Element}>{SecurityElement.Escape(paper.Write())}</dx:{PaperIdentity.Element}>\n"
        : "";
}
