namespace DaNangDxIndex.Agencies;

/// <summary>An agency took part in an edition, or stands in a table that was printed of a year.</summary>
/// <param name="InForceOn">The day on which agencies had to be in force to take part.</param>
/// <param name="Running">The edition is not published yet.</param>
public sealed record TookPart(string Agency, int Year, DateOnly InForceOn, bool Running)
{
    /// <summary>The edition is open for entry and nothing was handed in: after a merger the heir goes on with it.</summary>
    public bool MayJoin { get; init; }
}
