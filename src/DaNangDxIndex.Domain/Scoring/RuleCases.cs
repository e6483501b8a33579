namespace DaNangDxIndex.Scoring;

/// <summary>What a rule does, told by agencies that are made for it; each sentence is the engine's own.</summary>
/// <param name="Example">Half way between nothing and all.</param>
/// <param name="Blank">Its figures are missing, which is not zero.</param>
/// <param name="NothingDue">Its figures are zero of zero; null where the rule divides nothing.</param>
/// <param name="NotApplicable">An appraiser granted that the criterion does not apply.</param>
public sealed record RuleCases(Explanation Example, Explanation Blank, Explanation? NothingDue, Explanation NotApplicable);
