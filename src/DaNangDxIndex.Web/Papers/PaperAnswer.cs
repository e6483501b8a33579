using DaNangDxIndex.Text;
using Microsoft.AspNetCore.Mvc;

namespace DaNangDxIndex.Papers;

/// <summary>A paper as a file: "docx" to go on writing in, anything else as PDF.</summary>
public sealed class PaperAnswer(PaperPdf pdf, TimeProvider clock)
{
    public FileContentResult Of(Paper paper, string? form, string name) => form == "docx"
        ? new(PaperDocx.Write(paper), PaperDocx.ContentType) { FileDownloadName = name + ".docx" }
        : new(pdf.Write(paper, VietNamTime.DayOf(clock.GetUtcNow())), "application/pdf") { FileDownloadName = name + ".pdf" };
}
