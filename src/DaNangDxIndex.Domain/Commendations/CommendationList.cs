using DaNangDxIndex.Publishing;

namespace DaNangDxIndex.Commendations;

/// <summary>An agency with the reason for which it is put forward, or is not.</summary>
public sealed record Commended(string Agency, Bilingual Name, Bilingual Reason);

/// <summary>What one rule gives in one group.</summary>
/// <param name="PutForward">Best first.</param>
/// <param name="FirstOut">Who comes next; several where they are equal.</param>
/// <param name="PassedOver">Who is not considered, each with the reason: a penalty, no rank, nothing submitted.</param>
/// <param name="Incomparable">Agencies that cannot be compared with the year before; 0 where nothing is compared.</param>
public sealed record CommendationList(
    CommendationRule Rule, PublishedGroup Group, IReadOnlyList<Commended> PutForward, IReadOnlyList<Commended> FirstOut,
    IReadOnlyList<Commended> PassedOver, int Incomparable);
