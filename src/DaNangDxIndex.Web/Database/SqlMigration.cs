using System.Reflection;
using Microsoft.EntityFrameworkCore.Migrations;

namespace DaNangDxIndex.Database;

/// <summary>A migration whose text is the SQL file of its own name beside it: "0010_agency" is Migrations/0010_agency.sql.</summary>
internal abstract class SqlMigration : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var id = GetType().GetCustomAttribute<MigrationAttribute>()?.Id
            ?? throw new InvalidOperationException($"{GetType().Name} bears no [Migration].");
        migrationBuilder.Sql(EmbeddedSql.Read($"Migrations.{id}.sql"));
    }
}
