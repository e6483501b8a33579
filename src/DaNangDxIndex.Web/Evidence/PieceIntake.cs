using DaNangDxIndex.Accounts;
using DaNangDxIndex.Frame;
using FluentValidation;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Evidence;

/// <summary>Takes what the forms of a page send, and says beside which field it went wrong.</summary>
public sealed class PieceIntake(
    AddFile add, CiteDocument cite, IValidator<AddFile.Command> fileRules, IValidator<CiteDocument.Command> documentRules,
        IStringLocalizer<EvidenceTexts> texts)
{
    /// <summary>
    /// Of the whole request: the file, and the texts beside it. A file that is little larger than the limit is still told so on its page.
    /// </summary>
    public const long LargestRequest = 2 * FolderRules.LargestFile;

    /// <returns>Null where a rule of the form was broken (the model state says which), or there is no such piece.</returns>
    public Task<Piece?> FileAsync(
        string agency, Guid? piece, IFormFile? file, PieceInput input, Actor actor, ModelStateDictionary form, CancellationToken ct) =>
        FileAsync(agency, piece, file, input, false, actor, form, ct);

    /// <param name="scan">Of a signed paper: see <see cref="AddFile.Command.IsScan"/>; sent again it is taken as it lies there.</param>
    /// <returns>Null where a rule of the form was broken (the model state says which), or there is no such piece.</returns>
    public async Task<Piece?> FileAsync(
        string agency, Guid? piece, IFormFile? file, PieceInput input, bool scan, Actor actor, ModelStateDictionary form,
        CancellationToken ct)
    {
        if (file is null)
            throw FileRefusal.Missing;
        var command = new AddFile.Command(agency, piece, input.Title, file.FileName, file.Length)
        {
            IsScan = scan, TakesWhatIsThere = scan,
        };
        form.Add(fileRules.Validate(command), texts);
        if (!form.IsValid)
            return null;
        await using var content = file.OpenReadStream();
        return await add.HandleAsync(command, content, actor, ct);
    }

    /// <returns>Null where a rule of the form was broken (the model state says which), or there is no such piece.</returns>
    public async Task<Piece?> DocumentAsync(string agency, Guid? piece, PieceInput input, Actor actor, ModelStateDictionary form,
        CancellationToken ct)
    {
        var command = new CiteDocument.Command(agency, piece, input.Number, input.Date, input.Issuer, input.DocumentTitle);
        form.Add(documentRules.Validate(command), texts, (nameof(command.Title), nameof(PieceInput.DocumentTitle)));
        return form.IsValid ? await cite.HandleAsync(command, actor, ct) : null;
    }
}
