namespace DaNangDxIndex.Publishing.Corrections;

/// <summary>What is being prepared, as programs read it.</summary>
/// <param name="Of">Number of the version that would be corrected.</param>
/// <param name="Version">To be sent as If-Match with a change; 0 while nothing is prepared.</param>
/// <param name="Overtaken">A newer version has been published since: this one cannot be signed.</param>
/// <param name="Digest">Of the correction as it stands: what is signed on the page.</param>
/// <param name="Moved">Every agency whose points, rank or tier would be another one.</param>
/// <param name="Doubts">What can hardly be true among the figures as they would stand.</param>
public sealed record CorrectionAnswer(
    int Of, int Version, string? Cause, Finder? FoundBy, int? Review, bool Overtaken, string? Digest,
    IReadOnlyList<CorrectionAnswer.Change> Changes, IReadOnlyList<VersionsAnswer.Moved> Moved,
    IReadOnlyList<CorrectionAnswer.Doubted> Doubts)
{
    /// <param name="Figure">Code of the figure where it can be mended; null where it is about a whole component.</param>
    /// <param name="IsError">Nobody signs a correction with it.</param>
    public sealed record Doubted(string Agency, string? Figure, bool IsError, VersionsAnswer.Sentence Sentence);

    /// <param name="Figure">Code of the figure; null where a decision is changed.</param>
    /// <param name="Criterion">Code of the criterion; null where a figure is changed.</param>
    public sealed record Change(string Agency, string? Figure, string? Criterion, VersionsAnswer.Sentence Sentence);

    /// <summary>A draft counts its changes from 0; as If-Match 0 means that nothing is prepared.</summary>
    internal static int DraftOf(int seen) => seen - 1;

    internal static CorrectionAnswer Read(CorrectionDrafts.Found found, IReadOnlyList<CorrectionDoubt> doubts) => new(
        found.Newest.Edition.Number,
        found.Draft is { } draft ? draft.Version + 1 : 0,
        found.Draft?.Cause,
        found.Draft?.FoundBy,
        found.Draft?.Review,
        found.IsOvertaken,
        found.Correction is { } correction ? PublishedEditionJson.DigestOf(correction) : null,
        [.. (found.Correction?.Changes ?? []).Select(change => Told(found.Newest.Edition, change))],
        [.. (found.Correction?.Moved ?? []).Select(VersionsAnswer.Of)],
        [.. doubts.Select(doubt => new Doubted(
            doubt.Agency, doubt.Doubt.Figure?.Code, doubt.IsError, new(doubt.Sentence.Vi, doubt.Sentence.En)))]);

    private static Change Told(PublishedEdition edition, ResultChange change)
    {
        var sentence = VersionsAnswer.InWords(edition, change);
        return new(
            change.Agency, (change as FigureChange)?.Figure, (change as DecisionChange)?.Criterion, new(sentence.Vi, sentence.En));
    }
}
