namespace DaNangDxIndex.Scorecards;

/// <summary>
/// Everything that stands on a printed scorecard, and nothing that has to be worked out: points arrive rounded as they are printed,
/// the rule and its outcome arrive as sentences. The same document always gives the same bytes.
/// </summary>
public sealed record ScorecardDocument
{
    public required ScorecardIssuer Issuer { get; init; }
    public required int Year { get; init; }

    /// <summary>The group whose agencies are ranked together, as in "Sở, ban, ngành".</summary>
    public required Bilingual Group { get; init; }

    public required string AgencyCode { get; init; }
    public required Bilingual AgencyName { get; init; }
    public required ScorecardPublication Publication { get; init; }
    public required ScorecardResult Result { get; init; }
    public required IReadOnlyList<ScorecardComponent> Components { get; init; }
    public required IReadOnlyList<ScorecardPillar> Pillars { get; init; }
    public required ScorecardTierScale TierScale { get; init; }

    /// <summary>Gates that moved this agency to another tier than its points alone would give, one sentence each.</summary>
    public IReadOnlyList<Bilingual> Footnotes { get; init; } = [];

    /// <summary>What else the reader must know, as that the points of the criteria are a demo's own.</summary>
    public IReadOnlyList<Bilingual> Notes { get; init; } = [];

    /// <summary>How and where the edition rounds.</summary>
    public required Bilingual RoundingNote { get; init; }

    /// <summary>Figures of this agency are made by a generator, not reported. A demo publication may hold real ones too.</summary>
    public bool Illustrative { get; init; }

    /// <summary>False: nothing was submitted, and the points come from what is there. Stands beside the agency's name.</summary>
    public bool Submitted { get; init; } = true;

    /// <summary>Decimals of all points on the card.</summary>
    public int Decimals { get; init; } = 2;
}

/// <summary>The head at the left of an official document: the superior body in light capitals, if any, over the issuing body in bold.</summary>
public sealed record ScorecardIssuer(Bilingual Tenant, Bilingual Body, Bilingual? SuperiorBody = null);

/// <summary>The frozen version that the card is printed from. Without a decision it is a demo, and says so where the decision would stand.</summary>
public sealed record ScorecardPublication(
    int Version, DateOnly PublishedOn, ScorecardDecision? Decision, string Code, Uri VerifyAddress, string Digest);

public sealed record ScorecardDecision(Bilingual Kind, string Number, DateOnly Date, Bilingual IssuedBy);
