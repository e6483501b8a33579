using DaNangDxIndex.Database;

namespace DaNangDxIndex.Placement;

/// <summary>After a move that was killed and is not to be tried again now: the tenant takes writes where it stands.</summary>
internal sealed class OpenTenant(Clusters clusters)
{
    /// <summary>The name of its place.</summary>
    /// <exception cref="MoveRefusal">A move runs, or there is no such tenant.</exception>
    public async Task<string> HandleAsync(string slug, CancellationToken ct)
    {
        await using var home = await HomeOfMoves.BeginAsync(clusters, ct);
        var id = await home.FindAsync(slug, ct) ?? throw MoveRefusal.NoTenant(slug);
        var name = await home.PlaceAsync(id, ct);
        await using var place = await OwnedPlace.OpenAsync(clusters.Of(name == Clusters.HomeName ? null : name), ct);
        await place.OpenAsync(id, ct);
        return name;
    }
}
