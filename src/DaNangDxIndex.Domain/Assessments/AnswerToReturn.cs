namespace DaNangDxIndex.Assessments;

/// <summary>
/// What the agency says to a criterion that was given back, where what it declared was right. It stays until it is written anew, also when
/// the criterion is given back once more: whether it was written since is seen beside what had been declared then.
/// </summary>
/// <param name="Version">Counts the changes; who saw another one is refused.</param>
public sealed record AnswerToReturn(string Sentence, int Version)
{
    /// <summary>The longest sentence, in characters.</summary>
    public const int Longest = 1000;

    /// <summary>When it was written; null where that is not known any more.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>The criterion has been returned once more since, and nothing new was said to that.</summary>
    public bool IsOfEarlierReturn { get; init; }
}
