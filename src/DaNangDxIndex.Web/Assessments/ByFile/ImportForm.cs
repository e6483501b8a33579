using DaNangDxIndex.Accounts;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Tenancy;

namespace DaNangDxIndex.Assessments.ByFile;

/// <summary>
/// Declares what a file says, all of it or nothing, by the use case of the form itself. What somebody has changed since the template was
/// made is told, and stays unless a person takes the file's value for it. Explanations of what looks unlikely go in after the figures that
/// they are about, and answers to what was given back with them.
/// </summary>
public sealed class ImportForm(
    AssessmentSheets sheets, DeclareFigures declare, ClarifyDoubts clarify, AnswerReturned answer, Acts acts, CurrentTenant tenant)
{
    /// <param name="Seen">
    /// The version of each figure as it was shown; what was not shown is not changed. Null for a program, which takes what stands now.
    /// </param>
    /// <param name="Take">Figures that both sides have changed and for which the file holds.</param>
    public sealed record Command(
        int Year, string Agency, byte[] Content, IReadOnlyDictionary<string, int>? Seen, IReadOnlySet<string> Take);

    /// <param name="Applied">How many figures have changed; null where nothing went in.</param>
    public sealed record Outcome(AssessmentSheet Sheet, FormFile File, int? Applied)
    {
        private IReadOnlyList<DoubtInFile>? _doubts;

        /// <summary>How many explanations went in.</summary>
        public int Explained { get; init; }

        /// <summary>How many answers to what was given back went in.</summary>
        public int Answered { get; init; }

        /// <summary>What looks unlikely once the file is applied.</summary>
        public IReadOnlyList<DoubtInFile> Doubts => _doubts ??= DoubtInFile.All(Sheet, File);

        /// <summary>Explanations of the file that answer nothing, or that another one stands in the way of.</summary>
        public IEnumerable<SaidInFile> NotTaken =>
            File.Said.Where(said => !Doubts.Any(
                doubt => doubt.Doubt.Figure == said.Figure && (doubt.GoesIn || doubt.Now == said.Sentence)));
    }

    /// <summary>Of kept files.</summary>
    public static string Purpose(int year, string agency) => $"form-{year}-{agency}";

    /// <summary>What applying the file would do; changes nothing.</summary>
    /// <exception cref="RuleViolation">Those of <see cref="FormFile.Read"/></exception>
    public async Task<Outcome?> CheckAsync(int year, string agency, byte[] content, CancellationToken ct) =>
        await sheets.FindAsync(year, agency, ct) is { } sheet
            ? new(sheet, FormFile.Read(content, sheet, tenant.Required.Slug), null)
            : null;

    /// <exception cref="RuleViolation">Those of <see cref="FormFile.Read"/>; and this person may not enter now.</exception>
    public async Task<Outcome?> HandleAsync(Command command, Actor actor, CancellationToken ct)
    {
        if (await CheckAsync(command.Year, command.Agency, command.Content, ct) is not { } found || found.File.Faults.Count > 0)
            return null;
        if (found.File.Figures.Any(figure => HasMoved(figure, command)))
            return found;
        var fields = found.File.Figures.Where(figure => GoesIn(figure, command)).Select(figure => new DeclareFigures.Field(
            figure.Figure.Code, figure.InFile, figure.Version)).ToList();
        await using var act = await acts.BeginAsync(ct);
        var outcome = await declare.HandleAsync(
            new(command.Year, command.Agency, fields, null) { AllOrNothing = true }, actor, ct);
        if (outcome is null)
            return null;
        if (outcome.Refused.Count + outcome.Conflicts.Count > 0)
            return await CheckAsync(command.Year, command.Agency, command.Content, ct);
        var explained = await ExplainAsync(outcome.Sheet, found.File, actor, ct);
        var answered = await AnswerAsync(command, found.File, actor, ct);
        await act.KeepAsync(ct);
        return found with { Applied = fields.Count, Explained = explained, Answered = answered };
    }

    /// <summary>Beside the figures as they stand now.</summary>
    private async Task<int> ExplainAsync(AssessmentSheet sheet, FormFile file, Actor actor, CancellationToken ct)
    {
        List<ClarifyDoubts.Sentence> sentences = [.. DoubtInFile.All(sheet, file).Where(doubt => doubt.GoesIn).Select(
            doubt => new ClarifyDoubts.Sentence(
                doubt.Doubt.Key, doubt.InFile, sheet.Clarifications.GetValueOrDefault(doubt.Doubt.Key)?.Version ?? 0))];
        if (sentences.Count == 0)
            return 0;
        var outcome = await clarify.HandleAsync(new(sheet.Assessment.Year, sheet.Assessment.Agency, sentences), actor, ct);
        return sentences.Count - (outcome?.Conflicts.Count ?? sentences.Count);
    }

    private async Task<int> AnswerAsync(Command command, FormFile file, Actor actor, CancellationToken ct)
    {
        List<AnswerReturned.Sentence> sentences = [.. file.Answers.Where(inFile => inFile.GoesIn).Select(
            inFile => new AnswerReturned.Sentence(inFile.Criterion.Code, inFile.Sentence, inFile.Now?.Version ?? 0))];
        if (sentences.Count == 0)
            return 0;
        var outcome = await answer.HandleAsync(new(command.Year, command.Agency, sentences), actor, ct);
        return sentences.Count - (outcome?.Conflicts.Count ?? sentences.Count);
    }

    private static bool HasMoved(FigureInFile figure, Command command) =>
        command.Seen?.TryGetValue(figure.Figure.Code, out var seen) == true && seen != figure.Version;

    private static bool GoesIn(FigureInFile figure, Command command) =>
        command.Seen?.ContainsKey(figure.Figure.Code) != false && figure.Does switch
        {
            FigureInFile.Outcome.Change => true,
            FigureInFile.Outcome.Clash => command.Take.Contains(figure.Figure.Code),
            FigureInFile.Outcome.Nothing or FigureInFile.Outcome.MovedMeanwhile => false,
        };
}
