namespace DaNangDxIndex.Evidence;

/// <summary>How much an agency shows for one criterion.</summary>
/// <param name="Shown">Pieces that are attached.</param>
/// <param name="Pieces">Those of them that can prove something: neither hidden nor infected.</param>
/// <param name="ExplainsNone">It says why there is none.</param>
public readonly record struct ProofOfCriterion(int Shown, int Pieces, bool ExplainsNone);
