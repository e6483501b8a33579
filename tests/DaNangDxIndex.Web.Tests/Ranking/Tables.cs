using AngleSharp.Dom;

namespace DaNangDxIndex.Ranking;

/// <summary>The table of standings on a page.</summary>
internal static class Tables
{
    public static List<IElement> Rows(IParentNode page) => [.. page.QuerySelectorAll("tr[data-row]")];
}
