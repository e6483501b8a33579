namespace DaNangDxIndex.Accounts;

/// <summary>What a form of the sign-in takes along.</summary>
/// <param name="Half">Who has shown the first proof, sealed.</param>
/// <param name="Kept">What was typed into a form before, sealed.</param>
public sealed record HalfWay(string? Half, string? Kept, string? ReturnUrl);
