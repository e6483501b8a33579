using DaNangDxIndex.Agencies;
using DaNangDxIndex.Text;

namespace DaNangDxIndex.Accounts;

/// <summary>Agencies as people write them in a file: by code, or by a full name that only one of them bears.</summary>
public sealed class AgenciesByName
{
    private readonly HashSet<string> _codes;
    private readonly ILookup<string, string> _names;

    public AgenciesByName(IReadOnlyCollection<Agency> agencies)
    {
        _codes = agencies.Select(agency => agency.Code).ToHashSet(StringComparer.Ordinal);
        // Of several that bear a name through the years, those that are there today are meant.
        _names = agencies
            .SelectMany(
                agency => new[] { agency.Name.Vi, agency.Name.En }.Select(FoldedText.Of).Distinct(StringComparer.Ordinal),
                (agency, name) => (name, agency))
            .GroupBy(pair => pair.name, pair => pair.agency, StringComparer.Ordinal)
            .SelectMany(
                same => same.Count() == 1 ? same : same.Where(agency => agency.ValidTo is null),
                (same, agency) => (same.Key, agency.Code))
            .ToLookup(pair => pair.Key, pair => pair.Code, StringComparer.Ordinal);
    }

    /// <summary>The code; null for nobody, or where it could be several.</summary>
    public string? Find(string text)
    {
        if (_codes.Contains(text))
            return text;
        var named = _names[FoldedText.Of(text)].ToList();
        return named.Count == 1 ? named[0] : null;
    }
}
