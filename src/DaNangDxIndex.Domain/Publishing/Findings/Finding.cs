namespace DaNangDxIndex.Publishing.Findings;

/// <summary>One thing to know, with every agency that it is about.</summary>
public sealed record Finding(FindingKind Kind, IReadOnlyList<FindingCase> Cases)
{
    /// <summary>Refuses publishing: nobody can acknowledge it away.</summary>
    public bool Blocks => Kind is FindingKind.NotFinal or FindingKind.BlockedFigure;
}

/// <summary>One agency of a finding.</summary>
/// <param name="Group">Code of its group.</param>
/// <param name="Detail">What is so there: "89,80 điểm, cách mức Xuất sắc (90,00) 0,20 điểm"; null where the finding says it all.</param>
/// <param name="Criterion">The first criterion to open again in order to mend it; null where it is not mended so.</param>
public sealed record FindingCase(string Group, string Agency, Bilingual Name, Bilingual? Detail = null, string? Criterion = null);
