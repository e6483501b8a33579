using DaNangDxIndex.Accounts;
using DaNangDxIndex.Appraisal;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Database;
using FluentValidation;

namespace DaNangDxIndex.Replies;

/// <summary>The agency writes its reply to one criterion, with the figures that it holds right. Nothing is sent by it.</summary>
public sealed class WriteReply(DxIndexDb db, ReplySheets sheets, Acts acts, TimeProvider clock)
{
    /// <param name="Version">Of the reply that was on screen; 0 where there was none.</param>
    /// <param name="Claims">By figure of the criterion as typed; blank, and what stands already, claims nothing.</param>
    /// <param name="Language">In which they were typed; null for invariant text.</param>
    public sealed record Command(
        int Year, string Agency, string Criterion, int Version, string? Sentence, IReadOnlyDictionary<string, string?> Claims,
        string? Language);

    public sealed class Rules : AbstractValidator<Command>
    {
        public Rules() => RuleFor(command => command.Sentence).NotEmpty().WithErrorCode("SentenceMissing")
            .MaximumLength(Reply.LongestSentence).WithErrorCode("SentenceLong");
    }

    /// <param name="Refused">By figure why its value cannot be; then nothing was stored.</param>
    public sealed record Outcome(ReplySheet Sheet, IReadOnlyDictionary<string, Bilingual> Refused);

    /// <returns>Null where there is no such criterion to reply to.</returns>
    /// <exception cref="ChangedMeanwhile">A colleague has written meanwhile.</exception>
    public async Task<Outcome?> HandleAsync(Command command, Actor actor, CancellationToken ct)
    {
        await using var act = await acts.BeginAsync(ct);
        if (await sheets.FindToChangeAsync(command.Year, command.Agency, ct) is not { } sheet
            || sheet.Criterion(command.Criterion) is not { } criterion)
        {
            return null;
        }
        sheet.Assessment.Require(AssessmentVerb.Reply, sheet.Appraised.Edition, actor, clock.GetUtcNow());
        var reply = sheet.Replies.To(criterion.Code);
        ChangedMeanwhile.RequireSame(command.Version, reply?.Version ?? 0);
        var (claims, refused) = Read(command, sheet, criterion);
        if (refused.Count > 0)
            return new(sheet, refused);
        var before = Told(reply);
        reply ??= db.Add(new Reply(command.Year, command.Agency, criterion.Code)).Entity;
        reply.Write(command.Sentence?.Trim() ?? "", claims, actor.Account, clock.GetUtcNow());
        await act.KeepAsync("reply.write", $"{sheet.Appraised.Subject}/criteria/{criterion.Code}", before, Told(reply), ct);
        return new(sheet, refused);
    }

    private static (Dictionary<string, string> Claims, Dictionary<string, Bilingual> Refused) Read(
        Command command, ReplySheet sheet, Criterion criterion)
    {
        var claims = new Dictionary<string, string>(StringComparer.Ordinal);
        var refused = new Dictionary<string, Bilingual>(StringComparer.Ordinal);
        foreach (var figure in criterion.Figures.Select(sheet.Appraised.Criteria.Figure).OfType<Figure>())
        {
            var reading = TypedFigure.Read(figure, command.Claims.GetValueOrDefault(figure.Code), command.Language);
            var stands = sheet.Appraised.Entries.GetValueOrDefault(figure.Code)?.InForce;
            if (reading.Refusal is { } refusal)
                refused[figure.Code] = refusal;
            else if (reading.Value?.Write(figure) is { } claimed && !string.Equals(claimed, stands, StringComparison.Ordinal))
                claims[figure.Code] = claimed;
        }

        return (claims, refused);
    }

    internal static object? Told(Reply? reply) => reply is null ? null : new { reply.Sentence, reply.Claims };
}
