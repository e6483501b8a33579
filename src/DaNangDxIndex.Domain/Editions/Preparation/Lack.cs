namespace DaNangDxIndex.Editions.Preparation;

/// <summary>Where something that is lacking is put right.</summary>
public enum PreparationStep
{
    Calendar,
    Groups,
    Participants,
    Criteria,
    Units,
    Accounts,
}

/// <summary>Something an edition lacks before it opens.</summary>
/// <param name="Group">Code of the group it is about, or null.</param>
/// <param name="Blocks">False: the office may open all the same, knowing it, because it can be put right afterwards.</param>
public sealed record Lack(PreparationStep Step, Bilingual Sentence, string? Group = null, bool Blocks = true);
