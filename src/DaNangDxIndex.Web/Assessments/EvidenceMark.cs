namespace DaNangDxIndex.Assessments;

/// <summary>Beside a criterion of the form: what is shown for it, and whether something is still owed.</summary>
/// <param name="Count">Pieces attached.</param>
/// <param name="HasReason">The agency said why there is none.</param>
public sealed record EvidenceMark(string Criterion, string Name, bool Required, int Count, bool HasReason, bool Owed, string Href);
