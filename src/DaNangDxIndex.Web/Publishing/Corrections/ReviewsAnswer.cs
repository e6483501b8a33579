namespace DaNangDxIndex.Publishing.Corrections;

/// <summary>Requests for review as programs read them; people's names are not among it. The list is whole.</summary>
public sealed record ReviewsAnswer(IReadOnlyList<ReviewsAnswer.Item> Items)
{
    /// <param name="Number">From 1 within the year.</param>
    /// <param name="Version">Number of the publication it is about.</param>
    /// <param name="Criterion">Null where it is about the whole result.</param>
    /// <param name="Outcome">upheld or rejected; null while it waits.</param>
    public sealed record Item(
        int Number, string Agency, int Version, string? Criterion, string Sentence, DateTimeOffset FiledAt,
        ReviewOutcome? Outcome, string? Answer, DateTimeOffset? AnsweredAt);

    internal static ReviewsAnswer Of(IEnumerable<ReviewRequest> requests) => new([.. requests.Select(Of)]);

    internal static Item Of(ReviewRequest request) => new(
        request.Number, request.Agency, request.Version, request.Criterion, request.Sentence, request.FiledAt,
        request.Outcome, request.Answer, request.AnsweredAt);
}
