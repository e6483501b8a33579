using DaNangDxIndex.Publishing.Corrections;
using DaNangDxIndex.Publishing.OnPaper;

namespace DaNangDxIndex.Scorecards.Verification;

/// <summary>What a verification code stands for, as programs read it.</summary>
/// <param name="SupersededBy">Number of the publication in force, when the scorecard is of an earlier one.</param>
/// <param name="WithdrawnAt">In UTC; null where the publication was not withdrawn.</param>
/// <param name="WithdrawnFor">The cause, in Vietnamese.</param>
/// <param name="Since">What became another since; null where nothing of this agency's result did.</param>
/// <param name="Result">The figures that must stand on the scorecard.</param>
public sealed record CodeAnswer(
    PaperState State, int? SupersededBy, DateTimeOffset? WithdrawnAt, string? WithdrawnFor, CodeAnswer.Moved? Since, CodedResult Result)
{
    public static CodeAnswer Of(VerifiedCode found)
    {
        var card = found.Card;
        return new(
            found.State, found.SupersededBy, found.Withdrawn?.WithdrawnAt, found.Withdrawn?.Cause,
            found.Since is { } since ? new(Of(since.After), [.. since.Criteria]) : null,
            CodedResult.Of(card.Version.Edition, card.Version.Digest, card.Group, card.Entrant, card.Result, card.Code ?? ""));
    }

    private static InForce? Of(BriefResult? result) => result is null ? null : new(result.Total, result.Rank, result.Tier);

    /// <param name="Now">The result in force; null where the agency has none there.</param>
    /// <param name="Criteria">Codes of the criteria whose points are others.</param>
    public sealed record Moved(InForce? Now, IReadOnlyList<string> Criteria);

    public sealed record InForce(string Total, int? Rank, string? Tier);
}
