using System.Reflection;
using DaNangDxIndex.Spreadsheets.Reading;

namespace DaNangDxIndex.Spreadsheets;

/// <summary>A template has to come back: each of its headings names one column, whatever the language it was made in.</summary>
public sealed class TableColumnsTests
{
    [Fact]
    public void No_two_columns_of_a_table_are_known_by_the_same_heading_in_either_language()
    {
        var tables = typeof(TableColumn).Assembly.GetTypes().Where(type => !type.ContainsGenericParameters)
            .Select(type => (type.FullName, Columns: Columns(type))).Where(table => table.Columns is not null).ToList();

        tables.Count.ShouldBeGreaterThan(5);
        tables.SelectMany(table => (table.Columns ?? []).SelectMany(Known).GroupBy(known => known.Key, StringComparer.Ordinal)
            .Where(same => same.Count() > 1).Select(same => $"{table.FullName}: {string.Join(", ", same.Select(known => known.Code))}"))
            .ShouldBeEmpty();
    }

    private static IReadOnlyList<TableColumn>? Columns(Type type) =>
        type.GetProperty("All", BindingFlags.Static | BindingFlags.Public) is { } all
            && all.PropertyType == typeof(IReadOnlyList<TableColumn>)
            ? (IReadOnlyList<TableColumn>?)all.GetValue(null)
            : null;

    private static IEnumerable<(string Key, string Code)> Known(TableColumn column) =>
        ((string[])[column.Code, column.Name.Vi, column.Name.En, .. column.Also]).Select(Headings.Key)
            .Distinct(StringComparer.Ordinal).Select(key => (key, column.Code));
}
