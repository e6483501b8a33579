using System.Globalization;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Text;
using FluentValidation;

namespace DaNangDxIndex.Evidence;

/// <summary>Puts a cited document into the agency's folder: as a new piece, or as the next revision of one.</summary>
public sealed class CiteDocument(AgencyFolder folder, Acts acts, TimeProvider clock)
{
    /// <param name="Piece">The piece that it revises; null for a new one.</param>
    /// <param name="Date">As typed: "05/03/2025".</param>
    public sealed record Command(string Agency, Guid? Piece, string? Number, string? Date, string? Issuer, string? Title);

    public sealed class Rules : AbstractValidator<Command>
    {
        public Rules()
        {
            RuleFor(command => command.Number).NotEmpty().WithErrorCode("NumberMissing").MaximumLength(Citation.LongestNumber)
                .WithErrorCode("NumberLong");
            RuleFor(command => command.Date).NotEmpty().WithErrorCode("DateMissing").DependentRules(() =>
                RuleFor(command => command.Date).Must(date => TypedDate.Read(date).Day is not null).WithErrorCode("DateWrong"));
            RuleFor(command => command.Issuer).NotEmpty().WithErrorCode("IssuerMissing").MaximumLength(Citation.LongestIssuer)
                .WithErrorCode("IssuerLong");
            RuleFor(command => command.Title).NotEmpty().WithErrorCode("TitleMissing").MaximumLength(Citation.LongestTitle)
                .WithErrorCode("TitleLong");
        }
    }

    /// <param name="command">Checked by its rules.</param>
    /// <param name="actor">Of the agency.</param>
    /// <param name="ct">Ends it.</param>
    /// <returns>Null where there is no such piece of a document.</returns>
    public async Task<Piece?> HandleAsync(Command command, Actor actor, CancellationToken ct)
    {
        var cited = new Citation(
            command.Number?.Trim() ?? "", TypedDate.Read(command.Date).Day
                ?? throw new ArgumentException("The rules were not asked.", nameof(command)),
            command.Issuer?.Trim() ?? "", command.Title?.Trim() ?? "");
        await using var act = await acts.BeginAsync(ct);
        await folder.LockAsync(command.Agency, ct);
        await folder.RequireRoomAsync(command.Agency, command.Piece is null, 0, ct);
        if (await folder.PieceToReviseAsync(command.Agency, command.Piece, PieceKind.Document, actor, ct) is not { } piece)
            return null;
        var number = await folder.NextRevisionAsync(piece, ct);
        folder.Add(PieceRevision.OfDocument(piece.Id, number, cited, actor.Account, clock.GetUtcNow()));
        await act.KeepAsync(number == 1 ? "evidence.add" : "evidence.revise", AgencyFolder.Subject(piece), null, new
        {
            revision = number,
            number = cited.Number,
            date = cited.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            issuer = cited.Issuer,
            title = cited.Title,
        }, ct);
        return piece;
    }
}
