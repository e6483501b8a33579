namespace DaNangDxIndex.Frame;

/// <summary>
/// Names in a list without the words that all of them begin with: among districts, "Ủy ban nhân dân quận Hải Châu" is "Quận Hải Châu".
/// Full names stand on the agency's page, in documents and in the API.
/// </summary>
public sealed class ShortNames
{
    private readonly int _shared;

    public ShortNames(IEnumerable<string> names)
    {
        var distinct = names.Distinct(StringComparer.Ordinal).ToList();
        if (distinct.Count < 2)
            return;
        var shared = distinct.Aggregate((start, name) => start[..CommonLength(start, name)]);
        // Whole words only, and two at least: "Sở" alone is part of what a department is called. So is "Department of": "of" names nothing.
        var end = shared.LastIndexOf(' ') + 1;
        if (shared[..end].Split(' ', StringSplitOptions.RemoveEmptyEntries).Count(word => word != "of") >= 2)
            _shared = end;
    }

    public string Of(string name) =>
        _shared == 0 ? name : char.ToUpper(name[_shared], System.Globalization.CultureInfo.CurrentCulture) + name[(_shared + 1)..];

    private static int CommonLength(string name, string other)
    {
        var length = 0;
        while (length < name.Length && length < other.Length && name[length] == other[length])
            length++;
        return length;
    }
}
