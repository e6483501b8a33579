using DaNangDxIndex.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace DaNangDxIndex.Database;

/// <summary>The SQL files are the truth; the mapping must say the same.</summary>
[Collection(OnlyRead.Name)]
public sealed class ModelTests(TestApp app)
{
    private const string Columns = """
        SELECT c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || CASE WHEN a.attnotnull THEN '' ELSE ' null' END
        FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
        WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v')
        """;

    [Fact]
    public async Task Every_mapped_column_is_there_with_its_type_and_may_be_null_where_the_mapping_says_so()
    {
        var there = (await TestApp.ListAsync(app.Superuser, Columns)).ToHashSet();
        (await MappedAsync()).Select(column => column.Text).Where(column => !there.Contains(column)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_column_that_must_be_given_is_mapped()
    {
        var mapped = (await MappedAsync()).ToList();
        var tables = mapped.Select(column => column.Table).ToHashSet();
        var mustBeGiven = await TestApp.ListAsync(app.Superuser, """
            SELECT c.relname || '.' || a.attname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
            WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND a.attnotnull AND NOT a.atthasdef AND a.attidentity = ''
            """);
        mustBeGiven.Where(column => tables.Contains(column.Split('.')[0]) && !mapped.Exists(known => known.Name == column)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_key_is_the_databases_key_without_the_tenant()
    {
        var keys = (await TestApp.ListAsync(app.Superuser, """
            SELECT c.relname || ' ' || string_agg(a.attname, ',' ORDER BY k.position)
            FROM pg_constraint p JOIN pg_class c ON c.oid = p.conrelid
            CROSS JOIN unnest(p.conkey) WITH ORDINALITY AS k (attnum, position)
            JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.attnum
            WHERE p.contype = 'p' AND c.relnamespace = 'public'::regnamespace AND a.attname <> 'tenant_id' GROUP BY c.relname
            """)).ToHashSet();
        var mapped = await app.InDatabaseAsync("da-nang", db => Task.FromResult(Tables(db.Model)
            .Select(entity => entity.FindPrimaryKey() is { } key
                ? $"{entity.GetTableName()} {string.Join(',', key.Properties.Select(property => property.GetColumnName()))}"
                : "")
            .ToList()));
        mapped.Where(key => key.Length > 0 && !keys.Contains(key)).ShouldBeEmpty();
    }

    private Task<List<(string Table, string Name, string Text)>> MappedAsync() => app.InDatabaseAsync("da-nang", db => Task.FromResult(
        Tables(db.Model).SelectMany(entity => entity.GetFlattenedProperties().Select(property => Column(entity, property)))
            .Concat(Tables(db.Model).SelectMany(Json)).ToList()));

    private static (string Table, string Name, string Text) Column(IEntityType entity, IProperty property)
    {
        var name = $"{entity.GetTableName()}.{property.GetColumnName()}";
        return (entity.GetTableName() ?? "", name, $"{name} {property.GetColumnType()}{(property.IsColumnNullable() ? " null" : "")}");
    }

    /// <summary>Owned parts kept as one JSON column.</summary>
    private static IEnumerable<(string Table, string Name, string Text)> Json(IEntityType entity) => entity.GetNavigations()
        .Where(part => part.TargetEntityType.IsMappedToJson())
        .Select(part => $"{entity.GetTableName()}.{part.TargetEntityType.GetContainerColumnName()}")
        .Select(name => (entity.GetTableName() ?? "", name, $"{name} jsonb"));

    private static IEnumerable<IEntityType> Tables(IModel model) =>
        model.GetEntityTypes().Where(entity => !entity.IsOwned() && entity.GetTableName() is not null);
}
