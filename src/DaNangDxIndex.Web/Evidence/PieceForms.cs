namespace DaNangDxIndex.Evidence;

/// <summary>The forms by which a piece comes in: a file, or a cited document.</summary>
/// <param name="Kind">Only one of the two, where a piece is revised; null shows both.</param>
/// <param name="ToAttach">It is attached to a criterion at once, so a place in it can be named.</param>
public sealed record PieceForms(PieceInput? Typed, PieceKind? Kind, bool ToAttach, bool TakesFiles);
