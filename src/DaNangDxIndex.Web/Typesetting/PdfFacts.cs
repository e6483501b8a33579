using System.Security;
using System.Text;

namespace DaNangDxIndex.Typesetting;

/// <summary>
/// What a file says of itself. Times are the publication's, never the clock's; the author is an office, never a person; the name and version
/// of the program, which Cairo writes by itself, are left out.
/// </summary>
internal sealed record PdfFacts(string Title, string Author, string Subject, string Language, DateOnly Created)
{
    /// <summary>UTF-16 in hexadecimal with its byte order mark: the one form of text that needs no escapes.</summary>
    public static string Text(string value) => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(value))}>";

    public void Describe(PdfObjects objects)
    {
        var xmp = objects.Add(PdfFile.Stream("/Type /Metadata /Subtype /XML", stream => stream.Write(Encoding.UTF8.GetBytes(Xmp()))));
        objects[objects.Root] = objects[objects.Root].With(
            $"/Lang ({Language}) /ViewerPreferences << /DisplayDocTitle true >> /Metadata {xmp} 0 R");
        var date = $"(D:{Created:yyyyMMdd}000000+07'00')";
        objects[objects.Info] = new PdfObject(
            $"<< /Title {Text(Title)} /Author {Text(Author)} /Subject {Text(Subject)} /CreationDate {date} /ModDate {date} >>");
    }

    private string Xmp() => $"""
        <?xpacket begin="{'\uFEFF'}" id="W5M0MpCehiHzreSzNTczkc9d"?>
        <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
        <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
        <pdfuaid:part>1</pdfuaid:part>
        <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{SecurityElement.Escape(Title)}</rdf:li></rdf:Alt></dc:title>
        <dc:creator><rdf:Seq><rdf:li>{SecurityElement.Escape(Author)}</rdf:li></rdf:Seq></dc:creator>
        <dc:description><rdf:Alt><rdf:li xml:lang="x-default">{SecurityElement.Escape(Subject)}</rdf:li></rdf:Alt></dc:description>
        <dc:language><rdf:Bag><rdf:li>{Language}</rdf:li></rdf:Bag></dc:language>
        <xmp:CreateDate>{Created:yyyy-MM-dd}T00:00:00+07:00</xmp:CreateDate>
        <xmp:ModifyDate>{Created:yyyy-MM-dd}T00:00:00+07:00</xmp:ModifyDate>
        </rdf:Description></rdf:RDF></x:xmpmeta>
        <?xpacket end="r"?>
        """.ReplaceLineEndings("\n");
}
