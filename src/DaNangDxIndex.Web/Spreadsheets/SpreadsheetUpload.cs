namespace DaNangDxIndex.Spreadsheets;

/// <summary>The form that sends a spreadsheet to be checked; its field is called "file".</summary>
/// <param name="Template">Where the file to fill in is fetched.</param>
/// <param name="Handler">Of the page that takes it; null for its only one.</param>
public sealed record SpreadsheetUpload(string Template, string? Handler = null)
{
    /// <summary>CSV is taken as well.</summary>
    public bool Csv { get; init; }
}
