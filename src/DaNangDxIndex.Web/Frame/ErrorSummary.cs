using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace DaNangDxIndex.Frame;

/// <summary>All faults of a sent form in one place, each linking to its field; the page's title then begins with "Lỗi:".</summary>
public sealed record ErrorSummary(IReadOnlyList<ErrorSummary.Fault> Faults)
{
    /// <param name="Field">Id of the field; null for a fault of the whole form.</param>
    public sealed record Fault(string Message, string? Field = null);

    /// <summary>Faults of the model state, with the key's id as tag helpers write it.</summary>
    public static ErrorSummary From(ModelStateDictionary state) =>
        new([.. state.SelectMany(
            entry => entry.Value?.Errors ?? [],
            (entry, error) => new Fault(error.ErrorMessage, entry.Key.Length == 0 ? null : FieldId(entry.Key)))]);

    /// <summary>
    /// As the fields stand on the page, which is the order in which a browser sends them. Faults of the whole form come first, those of a
    /// field that was not sent (nothing ticked) last.
    /// </summary>
    public IEnumerable<Fault> InOrderOf(HttpRequest request)
    {
        List<string> sent = request.HasFormContentType ? [.. request.Form.Keys.Select(FieldId)] : [];
        return Faults.OrderBy(fault => fault.Field is null ? -1 : sent.IndexOf(fault.Field) is >= 0 and var at ? at : int.MaxValue);
    }

    /// <summary>"Figures[dvc.1]" is "Figures_dvc_1_", as the framework's own ids are.</summary>
    public static string FieldId(string name) =>
        Microsoft.AspNetCore.Mvc.Rendering.TagBuilder.CreateSanitizedId(name, "_");
}
