using DaNangDxIndex.Accounts;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Tenancy;
using FluentValidation;

namespace DaNangDxIndex.Evidence;

/// <summary>Puts a file into the agency's folder: as a new piece, or as the next revision of one.</summary>
public sealed class AddFile(AgencyFolder folder, EvidenceStore store, CurrentTenant tenant, Acts acts, TimeProvider clock)
{
    /// <param name="Piece">The piece that it revises; null for a new one.</param>
    /// <param name="Title">Empty takes the file's name.</param>
    /// <param name="Length">As the sender says; counted again while reading.</param>
    public sealed record Command(string Agency, Guid? Piece, string? Title, string Name, long Length)
    {
        /// <summary>It shows paper: a PDF or a picture, and nothing that could still be written in.</summary>
        public bool IsScan { get; init; }

        /// <summary>
        /// The same content that lies in the folder already is taken from there instead of being refused: who sends again what a lost
        /// answer was about gets on.
        /// </summary>
        public bool TakesWhatIsThere { get; init; }
    }

    public sealed class Rules : AbstractValidator<Command>
    {
        public Rules() => RuleFor(command => command.Title).MaximumLength(Citation.LongestTitle).WithErrorCode("TitleLong");
    }

    /// <returns>Null where there is no such piece of a file.</returns>
    /// <exception cref="RuleViolation">Those of <see cref="FileRefusal"/> and <see cref="FolderRules"/></exception>
    public async Task<Piece?> HandleAsync(Command command, Stream content, Actor actor, CancellationToken ct)
    {
        var name = FileNameRules.Require(command.Name);
        FolderRules.RequireSize(command.Length);
        await folder.RequireRoomAsync(command.Agency, command.Piece is null, command.Length, ct);
        var file = await store.TakeAsync(tenant.Required, content, ct);
        if (command.IsScan && !file.Type.IsPreviewed())
            throw FileRefusal.NoScan;

        await using var act = await acts.BeginAsync(ct);
        await folder.LockAsync(command.Agency, ct);
        if (command.TakesWhatIsThere && await folder.PieceOfAsync(command.Agency, file.Digest, ct) is { } there)
            return there;
        await folder.RequireRoomAsync(command.Agency, command.Piece is null, file.Size, ct);
        await folder.RequireNewAsync(command.Agency, file.Digest, ct);
        if (await folder.PieceToReviseAsync(command.Agency, command.Piece, PieceKind.File, actor, ct) is not { } piece)
            return null;
        var now = clock.GetUtcNow();
        await folder.KeepFileAsync(file, now, ct);
        var shown = FileNameRules.WithEnding(name, file.Type);
        var title = string.IsNullOrWhiteSpace(command.Title) ? Path.GetFileNameWithoutExtension(shown) : command.Title.Trim();
        var number = await folder.NextRevisionAsync(piece, ct);
        folder.Add(PieceRevision.OfFile(piece.Id, number, title, file.Digest, shown, actor.Account, now));
        await act.KeepAsync(
            number == 1 ? "evidence.add" : "evidence.revise", AgencyFolder.Subject(piece), null,
            new { revision = number, title, file = shown, size = file.Size, sha256 = file.Digest }, ct);
        return piece;
    }
}
