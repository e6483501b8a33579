namespace DaNangDxIndex.Spreadsheets.Reading;

internal static class SentSpreadsheet
{
    /// <summary>The body of a request, which is the file as it is.</summary>
    /// <exception cref="RuleViolation"><c>spreadsheet.empty</c></exception>
    public static async Task<byte[]> SpreadsheetAsync(this HttpRequest request, CancellationToken ct)
    {
        using var sent = new MemoryStream();
        await request.Body.CopyToAsync(sent, ct);
        return sent.Length > 0 ? sent.ToArray() : throw SpreadsheetRefusal.Empty;
    }
}
