using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Editions.Preparation;

/// <summary>
/// Criteria to begin with, carried by the program: the parts of Decision 2386, with points and rules of our own. They name no agency.
/// </summary>
public sealed record CriteriaTemplate(string Code, Bilingual GroupName)
{
    public static IReadOnlyList<CriteriaTemplate> All { get; } =
    [
        new("departments", new("Khối sở, ban, ngành", "Departments")),
        new("central", new("Khối cơ quan Trung ương", "Central agencies")),
        new("wards", new("Khối phường, xã", "Wards and communes")),
    ];

    public static CriteriaTemplate? Find(string? code) =>
        All.FirstOrDefault(template => string.Equals(template.Code, code, StringComparison.Ordinal));

    /// <summary>The criteria of a group in an edition.</summary>
    public CriteriaSet For(int year, string group) =>
        CriteriaFile.Read(Text()).Require().To(year, heir: code => code) with { Group = group };

    private string Text()
    {
        using var stream = typeof(CriteriaTemplate).Assembly.GetManifestResourceStream($"Editions/Preparation/Templates/{Code}.json")
            ?? throw new InvalidOperationException($"There is no template {Code}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
