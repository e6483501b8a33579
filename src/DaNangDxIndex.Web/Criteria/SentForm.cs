namespace DaNangDxIndex.Criteria;

internal static class SentForm
{
    /// <summary>The fields that were sent; none where the body is no form.</summary>
    public static IFormCollection FieldsSent(this HttpRequest request) => request.HasFormContentType ? request.Form : FormCollection.Empty;
}
