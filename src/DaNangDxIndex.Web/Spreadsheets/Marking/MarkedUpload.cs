using DaNangDxIndex.Tenancy;
using Microsoft.AspNetCore.Mvc;

namespace DaNangDxIndex.Spreadsheets.Marking;

internal static class MarkedUpload
{
    /// <summary>What somebody sent comes back with its faults marked, in the reader's language.</summary>
    public static FileContentResult Marked(this KeptUpload kept, IReadOnlyList<CellFault> faults) =>
        new(MarkedWorkbook.Write(kept.Content, faults, Addresses.Language), Workbook.ContentType) { FileDownloadName = kept.MarkedName };
}
