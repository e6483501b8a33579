namespace DaNangDxIndex.Criteria.Reading;

/// <summary>
/// Reads the whole file in the order in which its parts name one another: method, figures, components, then what refers back to them.
/// </summary>
internal static class SetReader
{
    private static readonly Method NoMethod = new() { Scale = Fraction.Zero, Tiers = [] };

    public static CriteriaSet? Read(Place root)
    {
        if (!root.IsObjectOf("$schema", "edition", "group", "name", "note", "method", "kinds", "figures", "components"))
            return null;
        var (components, criteria) = (new Codes("nhóm tiêu chí", "component"), new Codes("tiêu chí", "criterion"));
        var (edition, group, name) = (root.Required("edition")?.Whole(1900, 9999), root.Required("group")?.Code(),
            root.Required("name")?.Words());
        var methodPlace = root.Required("method");
        var method = methodPlace is null ? NoMethod : MethodReader.Read(methodPlace);
        var figureReader = new FigureReader(new Codes("số liệu", "figure"));
        var figures = figureReader.Read(root.Required("figures"));
        var byCode = figures.DistinctBy(figure => figure.Code, StringComparer.Ordinal)
            .ToDictionary(figure => figure.Code, StringComparer.Ordinal);
        var read = new ComponentReader(figureReader, components, criteria, method)
            .Read(root.Required("components"), byCode.GetValueOrDefault);
        figureReader.ReportUnread();
        var references = new ReferenceReader(components, criteria);
        return new CriteriaSet
        {
            Edition = edition ?? 0,
            Group = group ?? "",
            Name = name ?? new Bilingual("", ""),
            Note = root.Member("note")?.Words(),
            Method = method with
            {
                TieKeys = references.TieKeys(methodPlace?.Member("ranking")?.Member("tieKeys")),
                Gates = references.Gates(methodPlace?.Member("gates"), method.Tiers),
            },
            Kinds = references.Kinds(root.Member("kinds")),
            Figures = figures,
            Components = read,
        };
    }
}
