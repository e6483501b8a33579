using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Database;

/// <summary>
/// The tables as the signed-in tenant sees them: no TenantId and no filter here, the database keeps tenants apart.
/// Which tables there are stands in <see cref="Tables"/>; the SQL files are the one truth of the schema, and a test compares.
/// </summary>
public sealed class DxIndexDb : DbContext
{
    public DxIndexDb(DbContextOptions<DxIndexDb> options)
        : base(options)
    {
        // Nobody goes on with a transaction in which saving has failed; a savepoint would cost every save two more round trips.
        Database.AutoSavepointsEnabled = false;
    }

    /// <summary>Goes to the database together with the word whose rows these are, once a connection is opened.</summary>
    internal OneRoundTrip? AskedOnOpening { get; set; }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        Tables.AddTo(modelBuilder);
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(DxIndexDb).Assembly);
        modelBuilder.HasDbFunction(() => FoldedByDatabase.Of("")).HasName("folded");
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.ComplexProperties<Bilingual>();
        configurationBuilder.Conventions.Add(_ => new EnumsAsText());
        configurationBuilder.Conventions.Add(_ => new GivenKeysAndVersions());
        configurationBuilder.Conventions.Add(_ => new SnakeCaseNames());
    }
}
