using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Assessments;

/// <summary>
/// What an agency's figures are compared with: the values in force of the one agency that it was in the year before, handed in then,
/// under the same index, each in the unit that it has now. After a merger there is nothing to compare with.
/// </summary>
public sealed record LastYear(int Year, IReadOnlyDictionary<string, FigureValue> Values);
