namespace DaNangDxIndex.Publications;

/// <summary>What became of a published version. The version itself never changes; this does, so it stands beside what is frozen.</summary>
public enum VersionState
{
    InForce,

    /// <summary>A later one has taken its place, whether that one is in force or not.</summary>
    Superseded,

    /// <summary>A signatory took it out of force.</summary>
    Withdrawn,
}
