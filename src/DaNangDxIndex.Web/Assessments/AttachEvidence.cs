using DaNangDxIndex.Accounts;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;
using DaNangDxIndex.Evidence;
using FluentValidation;

namespace DaNangDxIndex.Assessments;

/// <summary>
/// Shows a piece of the agency's folder for one criterion, or for several at once. After the form was handed in it is marked as added
/// later.
/// </summary>
public sealed class AttachEvidence(
    DxIndexDb db, AssessmentSheets sheets, FolderContents folder, ShownEvidence evidence, Acts acts, TimeProvider clock)
{
    /// <param name="Note">Where in the piece to look.</param>
    public sealed record Command(int Year, string Agency, Guid Piece, IReadOnlyCollection<string> Criteria, string? Note);

    public sealed class Rules : AbstractValidator<Command>
    {
        public Rules()
        {
            RuleFor(command => command.Criteria).NotEmpty().WithErrorCode("CriteriaMissing");
            RuleFor(command => command.Note).MaximumLength(Attachment.LongestNote).WithErrorCode("PlaceLong");
        }
    }

    /// <returns>Null where the assessment, a criterion or the piece is not there.</returns>
    public async Task<AssessmentSheet?> HandleAsync(Command command, Actor actor, CancellationToken ct)
    {
        await using var act = await acts.BeginAsync(ct);
        if (await sheets.FindToChangeAsync(command.Year, command.Agency, ct) is not { } sheet)
            return null;
        var asked = sheet.Form.Lines.Select(line => line.Criterion.Code).ToHashSet(StringComparer.Ordinal);
        if (!command.Criteria.All(asked.Contains)
            || await folder.FindAsync(command.Agency, command.Piece, ct) is not { } shown)
        {
            return null;
        }
        var now = clock.GetUtcNow();
        if (EvidenceRules.AttachRefusal(sheet.Assessment, sheet.Edition, actor, now) is { } refusal)
            throw refusal;
        shown.Piece.RequireShown();
        var attached = await evidence.OfAsync(command.Year, command.Agency, ct);
        var note = string.IsNullOrWhiteSpace(command.Note) ? null : command.Note.Trim();
        List<string> added = [.. command.Criteria.Distinct(StringComparer.Ordinal)
            .Where(criterion => attached.Of(criterion).All(attachment => attachment.Piece.Id != command.Piece))];
        foreach (var criterion in added)
        {
            Attachment.RequireRoom(attached.Of(criterion).Count);
            db.Add(new Attachment(Guid.CreateVersion7(), command.Year, command.Agency, criterion, command.Piece, note, actor.Account, now));
        }
        if (added.Count > 0)
        {
            act.Tell(EvidenceRules.IsAddedLater(sheet.Assessment) ? "evidence.attach-later" : "evidence.attach", sheet.Subject, null,
                new { piece = command.Piece, title = shown.Revision.Title, criteria = added, note });
        }
        await act.KeepAsync(ct);
        return sheet;
    }
}
