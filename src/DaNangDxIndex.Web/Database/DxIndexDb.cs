using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Database;

/// <summary>
/// The tables as the signed-in tenant sees them: no TenantId and no filter here, the database keeps tenants apart.
/// What is mapped, and how, stands in the mapping classes of this assembly.
/// </summary>
public sealed class DxIndexDb(DbContextOptions<DxIndexDb> options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(DxIndexDb).Assembly);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Conventions.Add(_ => new EnumsAsText());
        configurationBuilder.Conventions.Add(_ => new SnakeCaseNames());
    }
}
