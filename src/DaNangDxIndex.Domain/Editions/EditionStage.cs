namespace DaNangDxIndex.Editions;

/// <summary>Where a year's index stands. It moves forward only; a correction after publication is a new version, not a step back.</summary>
public enum EditionStage
{
    Drafting,
    Open,
    Appraisal,

    /// <summary>Agencies answer verdicts; left out where the edition has one round.</summary>
    Explanation,

    /// <summary>Second appraisal round; left out where the edition has one round.</summary>
    Review,
    Final,
    Published,

    /// <summary>Results taken over as printed by others; never computed here.</summary>
    Imported,
}
