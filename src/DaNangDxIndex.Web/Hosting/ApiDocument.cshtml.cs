using System.Text.Json;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Tenancy;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DaNangDxIndex.Hosting;

/// <summary>The API, readable: our own OpenAPI document as a page, without script.</summary>
[AllowAnonymous, PublicAnswer]
public sealed class ApiDocumentModel : PageModel
{
    private static readonly Lazy<IReadOnlyList<IGrouping<string, DescribedAct>>> Described = new(() =>
        [
            .. DescribedAct.All().GroupBy(act => act.Section, StringComparer.Ordinal)
                .OrderBy(section => Array.IndexOf(DescribedOperations.Sections, section.Key)),
        ]);

    private static readonly Lazy<Dictionary<string, string>> Vietnamese = new(() => Read("operations.vi.json"));
    private static readonly Lazy<Dictionary<string, string>> Parameters = new(() => Read("parameters.vi.json"));

    /// <summary>What the document says of each operation in English, by its name.</summary>
    public static IReadOnlyDictionary<string, string> InVietnamese => Vietnamese.Value;

    /// <summary>What the document says of parameters, by its English words: the same words stand at many operations.</summary>
    public static IReadOnlyDictionary<string, string> ParametersInVietnamese => Parameters.Value;

    public static IReadOnlyList<IGrouping<string, DescribedAct>> Sections => Described.Value;

    /// <summary>In one line, as it is looked up.</summary>
    public static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>In the reader's language.</summary>
    public static string? Told(DescribedAct act) =>
        Addresses.Language == "en" ? act.Summary : InVietnamese.GetValueOrDefault(act.Id);

    /// <summary>In the reader's language.</summary>
    public static string? Told(DescribedAct.Parameter parameter) => parameter.Description is { } said && Addresses.Language != "en"
        ? ParametersInVietnamese.GetValueOrDefault(OneLine(said), said)
        : parameter.Description;

    private static Dictionary<string, string> Read(string file)
    {
        using var stream = typeof(ApiDocumentModel).Assembly.GetManifestResourceStream(file)
            ?? throw new InvalidOperationException($"{file} is not in the program.");
        return JsonSerializer.Deserialize<Dictionary<string, string>>(stream)
            ?? throw new InvalidOperationException($"{file} is empty.");
    }
}
