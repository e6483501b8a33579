using DaNangDxIndex.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.Caching.Memory;

namespace DaNangDxIndex.Harness;

/// <summary>
/// A run makes more than a hundred hosts, and in each the mapping would work out the same model and the same queries: they are worked out
/// once and serve all. Nothing of a database is in them.
/// </summary>
internal static class SharedMapping
{
    private static readonly MemoryCache Queries = new(new MemoryCacheOptions());
    private static readonly Lazy<IModel> Model = new(MakeModel);

    public static void Share(DbContextOptionsBuilder options) => options.UseModel(Model.Value).UseMemoryCache(Queries);

    private static IModel MakeModel()
    {
        using var db = new DxIndexDb(new DbContextOptionsBuilder<DxIndexDb>().UseNpgsql().Options);
        return db.Model;
    }
}
