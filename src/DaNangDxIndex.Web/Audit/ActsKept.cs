using System.Diagnostics.Metrics;
using DaNangDxIndex.Database;
using DaNangDxIndex.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Audit;

/// <summary>
/// Counts what was kept, by tenant and verb, for whoever watches from outside: figures saved, sign-ins refused, publications. Who did it,
/// and to what, stands in the trail alone.
/// </summary>
public sealed class ActsKept(CurrentTenant tenant, ActsKept.Counted counted)
{
    public const string Meter = "DaNangDxIndex";

    /// <summary>What the transaction that has just been committed told the trail; told once, it is not counted again.</summary>
    internal void Count(DxIndexDb db)
    {
        if (!counted.Acts.Enabled)
            return;
        foreach (var entry in db.ChangeTracker.Entries<WaitingEntry>().ToList())
        {
            counted.Acts.Add(1, new("tenant", tenant.Tenant?.Slug), new("verb", entry.Entity.Verb));
            entry.State = EntityState.Detached;
        }
    }

    /// <summary>Of the whole program.</summary>
    public sealed class Counted(IMeterFactory meters)
    {
        /// <summary>
        /// What alerts ask for. Told as 0 before it happens: who counts what has been added since sees nothing in a number that begins
        /// with 1.
        /// </summary>
        public static readonly IReadOnlyList<string> Watched =
        [
            "figure.declare", "account.sign-in-failed", "account.second-step-failed", "edition.publish", "edition.correct",
            "edition.withdraw", "evidence.infected",
        ];

        public void Begin(string tenant)
        {
            foreach (var verb in Watched)
                Acts.Add(0, new("tenant", tenant), new("verb", verb));
        }

        internal Counter<long> Acts { get; } =
            meters.Create(Meter).CreateCounter<long>("dx.acts", "{act}", "Acts kept, by verb of the trail");
    }
}
