using System.Collections.Frozen;
using System.Diagnostics;
using OpenTelemetry;

namespace DaNangDxIndex.Telemetry;

/// <summary>
/// What leaves the house is named here; all else that libraries know of a request stays: its address with what was typed into it, from
/// where it came and by which browser, what a failure says.
/// </summary>
internal sealed class NamedTagsOnly : BaseProcessor<Activity>
{
    private static readonly FrozenSet<string> Named = FrozenSet.ToFrozenSet(
        [
            "http.request.method", "http.route", "http.response.status_code", "url.scheme", "network.protocol.version", "error.type",
            "db.system.name", "db.namespace", "db.query.text", "db.response.status_code", "db.operation.batch.size",
            "dx.tenant", "dx.reference",
        ],
        StringComparer.Ordinal);

    public override void OnEnd(Activity data)
    {
        foreach (var tag in data.TagObjects.Where(tag => !Named.Contains(tag.Key)).ToList())
            data.SetTag(tag.Key, null);
        if (data.StatusDescription is not null)
            data.SetStatus(data.Status);
    }
}
