using DaNangDxIndex.Frame;

namespace DaNangDxIndex.Assessments;

/// <summary>One criterion of the entry form: its figures, and points at the far right; what explains it opens beside.</summary>
/// <param name="Points">As printed, or "chưa tính".</param>
public sealed record CriterionEntry(
    string Code, string Name, string Rule, string Points, string Maximum, IReadOnlyList<FigureField> Figures)
{
    /// <summary>"3.468/3.471 = 99,91%, đạt mục tiêu 95%".</summary>
    public string? Explanation { get; init; }

    /// <summary>Figures this criterion reads that are asked elsewhere.</summary>
    public IReadOnlyList<Read> Reads { get; init; } = [];

    public string? LegalBasis { get; init; }

    public string? Guidance { get; init; }

    /// <summary>What is to be mended, where the criterion was given back.</summary>
    public string? ToMend { get; init; }

    /// <summary>What the agency says to what was to be mended; null where nothing was given back and nothing said.</summary>
    public ShownAnswer? Answer { get; init; }

    public string Id => $"criterion-{ErrorSummary.FieldId("c" + Code)}";

    /// <param name="Where">Where the figure is asked, or who supplies it.</param>
    public sealed record Read(string Label, string Value, string Where, string? Href = null);
}
