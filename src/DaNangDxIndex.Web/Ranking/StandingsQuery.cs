using DaNangDxIndex.Text;

namespace DaNangDxIndex.Ranking;

/// <summary>
/// The state of the public table: all of it stands in the address, so that a view can be shared and works without script.
/// </summary>
public sealed class StandingsQuery
{
    public string? Group { get; set; }

    /// <summary>Words of the agency's name, with or without diacritics, or of its code.</summary>
    public AskedWords? Q { get; set; }

    /// <summary>Place of the tier, 1 for the best.</summary>
    public string? Tier { get; set; }

    /// <summary>Code of the parent agency.</summary>
    public string? Parent { get; set; }

    /// <summary>rank, change, agency, parent or total; anything else is rank.</summary>
    public string? Sort { get; set; }

    /// <summary>"desc" turns the order around.</summary>
    public string? Dir { get; set; }

    /// <summary>Number of a publication; without it the one in force.</summary>
    public int? Version { get; set; }

    public bool Descending => Dir == "desc";

    public string Column => Sort is "change" or "agency" or "parent" or "total" ? Sort : "rank";
}
