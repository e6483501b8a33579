using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Assessments;

/// <summary>What a component is laid out from: the sheet, and what came of sending the form.</summary>
/// <param name="Returned">What to mend, by criterion that was given back.</param>
/// <param name="Posted">What was typed; null where nothing was sent.</param>
/// <param name="Left">By figure what those who merged into this agency had entered.</param>
internal sealed record ComponentPage(
    AssessmentSheet Sheet, Component Component, IReadOnlyDictionary<string, string> Returned, List<ShownDoubt> Doubts, bool ReadOnly,
    DeclareFigures.Command? Posted, DeclareFigures.Outcome? Outcome, IReadOnlyDictionary<string, JoinedOffer>? Left);
