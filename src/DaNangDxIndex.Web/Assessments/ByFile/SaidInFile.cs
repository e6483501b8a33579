using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Assessments.ByFile;

/// <summary>What a file says to the warnings beside a figure, where somebody wrote it or changed it.</summary>
/// <param name="AtTemplate">What stood there when the template was made; null for nothing.</param>
public sealed record SaidInFile(Figure Figure, string? AtTemplate, string Sentence);
