using System.Text.Json;
using DaNangDxIndex.Tenancy;

namespace DaNangDxIndex.Hosting;

/// <summary>
/// Every problem that the API names by a code of ours, with the sentence it comes with. The file is read out of the sources by a test, so
/// that none is missing and each says here what it says there.
/// </summary>
internal static class ProblemCatalogue
{
    private static readonly Lazy<SortedDictionary<string, Said>> Known = new(Read);

    public static IReadOnlyCollection<string> Codes => Known.Value.Keys;

    /// <summary>Null where no problem bears this code.</summary>
    public static Said? Find(string code) => Known.Value.GetValueOrDefault(code);

    private static SortedDictionary<string, Said> Read()
    {
        using var stream = typeof(ProblemCatalogue).Assembly.GetManifestResourceStream("problems.json")
            ?? throw new InvalidOperationException("The list of problems is not in the program.");
        return JsonSerializer.Deserialize<SortedDictionary<string, Said>>(stream, JsonSerializerOptions.Web)
            ?? throw new InvalidOperationException("The list of problems is empty.");
    }

    /// <param name="Status">Of the answers that bear it.</param>
    /// <param name="Vi">What it says, "…" where a case puts its own words; null where the sentence is another in each case.</param>
    public sealed record Said(int Status, string? Vi, string? En)
    {
        public string? ForReader => Addresses.Language == "en" ? En : Vi;
    }
}
