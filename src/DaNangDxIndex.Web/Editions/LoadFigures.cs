using System.Security.Cryptography;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Appraisal;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Database;
using DaNangDxIndex.Surveys;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Editions;

/// <summary>
/// The office loads figures that no agency declares: from systems, surveys, and its own books, with invariant numbers, and the samples of
/// a citizens' survey, from which the figure follows. All rows or none, and all faults at once; the same file again changes nothing; the
/// file itself is kept.
/// </summary>
public sealed class LoadFigures(DxIndexDb db, RunningEditions editions, CriteriaInForce criteria, Acts acts, TimeProvider clock)
{
    /// <summary>The file: as it was sent, and how it is called.</summary>
    public sealed record Command(int Year, byte[] Content, string FileName);

    /// <param name="Changed">How many figures change, or have changed.</param>
    public sealed record Outcome(int Rows, int Changed, IReadOnlyList<FigureFile.Fault> Faults)
    {
        public IReadOnlyList<Change> Changes { get; init; } = [];
    }

    /// <param name="Before">Invariant text; null is blank.</param>
    /// <param name="Sample">Of a survey figure.</param>
    public sealed record Change(string Agency, Figure Figure, string? Before, string? After, SurveyNumbers? Sample);

    public sealed record SurveyNumbers(int Wanted, int Least, int? Sent, int? Answered, int? Satisfied);

    /// <summary>What the file would change; changes nothing.</summary>
    /// <returns>Null when there is no such edition.</returns>
    /// <exception cref="RuleViolation"><c>figures.not-open</c>, and those of a spreadsheet</exception>
    public async Task<Outcome?> CheckAsync(int year, byte[] content, Actor actor, CancellationToken ct)
    {
        await using var act = await acts.BeginAsync(ct);
        return await editions.FindToChangeAsync(year, ct) is { } running
            ? (await ReadAsync(running, FigureFile.Read(content), actor, ct)).Outcome
            : null;
    }

    /// <returns>Null when there is no such edition.</returns>
    /// <exception cref="RuleViolation"><c>figures.not-open</c>, and those of a spreadsheet</exception>
    public async Task<Outcome?> HandleAsync(Command command, Actor actor, CancellationToken ct)
    {
        await using var act = await acts.BeginAsync(ct);
        if (await editions.FindToChangeAsync(command.Year, ct) is not { } running)
            return null;
        var (outcome, known, readings) = await ReadAsync(running, FigureFile.Read(command.Content), actor, ct);
        if (outcome.Faults.Count > 0)
            return outcome;
        foreach (var (row, reading) in readings)
        {
            Declare(act, command.Year, row, reading.Text, known, actor);
            if (reading.Sample is { } numbers)
                Take(known, command.Year, row, numbers);
        }
        var digest = Convert.ToHexStringLower(SHA256.HashData(command.Content));
        db.Add(new FigureLoad(
            Guid.CreateVersion7(), command.Year, command.FileName, command.Content, digest, outcome.Rows, outcome.Changed, actor.Account,
            clock.GetUtcNow()));
        if (outcome.Changed > 0)
            act.Tell(
                "figure.load-file", $"editions/{command.Year}", null,
                new { file = command.FileName, sha256 = digest, outcome.Changed });
        await act.KeepAsync(ct);
        return outcome;
    }

    private async Task<(Outcome Outcome, KnownFigures Known, List<(FigureFile.Row Row, KnownFigures.Reading Reading)> Readings)> ReadAsync(
        RunningEditions.Found running, FigureFile file, Actor actor, CancellationToken ct)
    {
        if (!IsOpen(running))
            throw new RuleViolation("figures.not-open", new(
                "Chỉ nhập số liệu từ tệp khi kỳ đánh giá đang nhập số liệu, đang thẩm định, hoặc có hồ sơ được mở lại.",
                "Figures can be loaded only during entry and appraisal, or while an assessment is open again."));
        var known = await KnownAsync(running, ct);
        var readings = file.Rows.Select(row => (Row: row, Reading: known.Read(row, actor))).ToList();
        List<FigureFile.Fault> faults =
        [
            .. file.Faults,
            .. readings.Where(reading => reading.Reading.Refusal is not null)
                .Select(reading => FigureFile.Fault.Of(reading.Row, reading.Reading.Refusal ?? KnownFigures.Unknown(reading.Row))),
        ];
        if (faults.Count > 0)
            return (new(file.Rows.Count, 0, [.. faults.OrderBy(fault => fault.Line)]), known, readings);
        List<Change> changes =
        [
            .. from read in readings
               where known.Differs(read.Row, read.Reading.Text) || read.Reading.Sample is not null
               let figure = known.SetOf(read.Row.Agency)?.Figure(read.Row.Figure)
               where figure is not null
               select new Change(
                   read.Row.Agency, figure, known.Entries.GetValueOrDefault((read.Row.Agency, read.Row.Figure))?.Declared,
                   read.Reading.Text, read.Reading.Sample),
        ];
        var changed = readings.Count(reading => known.Differs(reading.Row, reading.Reading.Text));
        return (new(file.Rows.Count, changed, []) { Changes = changes }, known, readings);
    }

    private static bool IsOpen(RunningEditions.Found running) => running.Edition.Stage switch
    {
        EditionStage.Open or EditionStage.Appraisal => true,
        EditionStage.Final => !AssessmentRules.IsComplete(running.Assessments.Select(assessment => assessment.State)),
        _ => false,
    };

    private async Task<KnownFigures> KnownAsync(RunningEditions.Found running, CancellationToken ct)
    {
        var year = running.Edition.Year;
        var groups = await db.Set<EditionGroup>().AsNoTracking()
            .Where(group => group.Year == year && group.CriteriaFile != null).ToListAsync(ct);
        return new(
            running.Assessments.ToDictionary(assessment => assessment.Agency, StringComparer.Ordinal),
            groups.ToDictionary(group => group.Code, group => criteria.ScorerOf(group.CriteriaFile ?? "").Set, StringComparer.Ordinal),
            await db.Set<FigureEntry>().Where(entry => entry.Year == year).ToDictionaryAsync(entry => (entry.Agency, entry.Figure), ct),
            (await db.Set<Verdict>().Where(verdict => verdict.Year == year).ToListAsync(ct))
                .ToLookup(verdict => verdict.Agency, StringComparer.Ordinal))
        {
            Samples = await db.Set<SurveySample>().Where(sample => sample.Year == year)
                .ToDictionaryAsync(sample => (sample.Agency, sample.Figure), ct),
            Reopened = await db.Set<Reopening>().AsNoTracking()
                .Where(reopening => reopening.Year == year && reopening.OpenedAt != null && reopening.EndedAt == null)
                .ToDictionaryAsync(reopening => reopening.Agency, StringComparer.Ordinal, ct),
        };
    }

    private void Take(KnownFigures known, int year, FigureFile.Row row, SurveyNumbers numbers)
    {
        var sample = known.Samples.GetValueOrDefault((row.Agency, row.Figure))
            ?? db.Add(new SurveySample(year, row.Agency, row.Figure)).Entity;
        if ((sample.Wanted, sample.Least, sample.Sent, sample.Answered, sample.Satisfied)
            != (numbers.Wanted, numbers.Least, numbers.Sent, numbers.Answered, numbers.Satisfied))
            sample.Take(numbers.Wanted, numbers.Least, numbers.Sent, numbers.Answered, numbers.Satisfied);
    }

    private void Declare(Act act, int year, FigureFile.Row row, string? text, KnownFigures known, Actor actor)
    {
        if (!known.Differs(row, text) || known.SetOf(row.Agency) is not { } set)
            return;
        var entry = known.Entries.GetValueOrDefault((row.Agency, row.Figure))
            ?? db.Add(new FigureEntry(year, row.Agency, row.Figure)).Entity;
        act.Tell(
            "figure.load", $"editions/{year}/agencies/{row.Agency}/figures/{row.Figure}",
            new { entry.Declared, entry.Accepted }, new { Declared = text });
        entry.Declare(text, actor.Account, clock.GetUtcNow(), FromOf(set.Figure(row.Figure)?.Source));
        AppraisalRules.GoStale(set, known.Verdicts[row.Agency], [row.Figure]);
    }

    private static Provenance FromOf(FigureSource? source) => source switch
    {
        FigureSource.System => Provenance.System,
        FigureSource.Survey => Provenance.Survey,
        FigureSource.Office or null => Provenance.Office,
        FigureSource.Agency => Provenance.Agency,
    };
}
