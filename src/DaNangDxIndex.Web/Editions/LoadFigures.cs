using System.Globalization;
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

    private sealed record Reading(string? Text, Bilingual? Refusal, SurveyNumbers? Sample = null);

    private sealed record Known(
        Dictionary<string, Assessment> Assessments, Dictionary<string, CriteriaSet> Sets,
        Dictionary<(string Agency, string Figure), FigureEntry> Entries, ILookup<string, Verdict> Verdicts)
    {
        public required IReadOnlyDictionary<(string Agency, string Figure), SurveySample> Samples { get; init; }

        /// <summary>What is open again, by agency.</summary>
        public required IReadOnlyDictionary<string, Reopening> Reopened { get; init; }

        public CriteriaSet? SetOf(string agency) =>
            Assessments.TryGetValue(agency, out var assessment) ? Sets.GetValueOrDefault(assessment.Group) : null;
    }

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

    private async Task<(Outcome Outcome, Known Known, List<(FigureFile.Row Row, Reading Reading)> Readings)> ReadAsync(
        RunningEditions.Found running, FigureFile file, Actor actor, CancellationToken ct)
    {
        if (!IsOpen(running))
            throw new RuleViolation("figures.not-open", new(
                "Chỉ nhập số liệu từ tệp khi kỳ đánh giá đang nhập số liệu, đang thẩm định, hoặc có hồ sơ được mở lại.",
                "Figures can be loaded only during entry and appraisal, or while an assessment is open again."));
        var known = await KnownAsync(running, ct);
        var readings = file.Rows.Select(row => (Row: row, Reading: Read(row, known, actor))).ToList();
        List<FigureFile.Fault> faults =
        [
            .. file.Faults,
            .. readings.Where(one => one.Reading.Refusal is not null)
                .Select(one => FigureFile.Fault.Of(one.Row, one.Reading.Refusal ?? Unknown(one.Row))),
        ];
        if (faults.Count > 0)
            return (new(file.Rows.Count, 0, [.. faults.OrderBy(fault => fault.Line)]), known, readings);
        List<Change> changes =
        [
            .. from one in readings
               where Differs(one.Row, one.Reading.Text, known) || one.Reading.Sample is not null
               let figure = known.SetOf(one.Row.Agency)?.Figure(one.Row.Figure)
               where figure is not null
               select new Change(
                   one.Row.Agency, figure, known.Entries.GetValueOrDefault((one.Row.Agency, one.Row.Figure))?.Declared, one.Reading.Text,
                   one.Reading.Sample),
        ];
        var changed = readings.Count(one => Differs(one.Row, one.Reading.Text, known));
        return (new(file.Rows.Count, changed, []) { Changes = changes }, known, readings);
    }

    private static bool IsOpen(RunningEditions.Found running) => running.Edition.Stage switch
    {
        EditionStage.Open or EditionStage.Appraisal => true,
        EditionStage.Final => !AssessmentRules.IsComplete(running.Assessments.Select(assessment => assessment.State)),
        _ => false,
    };

    private async Task<Known> KnownAsync(RunningEditions.Found running, CancellationToken ct)
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

    private static Reading Read(FigureFile.Row row, Known known, Actor actor)
    {
        if (known.SetOf(row.Agency) is not { } set)
            return new(null, new(
                $"Không có cơ quan mã “{row.Agency}” trong kỳ đánh giá này.",
                $"There is no agency with the code “{row.Agency}” in this assessment."));
        if (set.Figure(row.Figure) is not { } figure)
            return new(null, Unknown(row));
        if (figure.Source == FigureSource.Agency)
            return new(null, new(
                $"Số liệu “{row.Figure}” do cơ quan kê khai, không nhập từ tệp.",
                $"Figure “{row.Figure}” is declared by the agency and cannot be loaded."));
        if (actor.BelongsTo(row.Agency))
            return new(null, new(
                $"Không được nhập số liệu “{row.Figure}” của cơ quan mình; việc này do người của cơ quan khác thực hiện.",
                $"Figure “{row.Figure}” of your own agency must be loaded by someone else."));
        var reading = row.IsSurvey ? ReadSurvey(row, figure) : ReadValue(row, figure);
        if (reading.Refusal is not null)
            return reading;
        return !Differs(row, reading.Text, known) || !IsClosed(known, set, row) ? reading : new(null, new(
            $"Hồ sơ của cơ quan “{row.Agency}” đã kết thúc thẩm định, số liệu không được thay đổi.",
            $"The appraisal of agency “{row.Agency}” is closed; its figures cannot be changed."));
    }

    private static Reading ReadValue(FigureFile.Row row, Figure figure)
    {
        var reading = FigureValue.Read(figure, row.Value);
        return new(reading.Value?.Write(figure), reading.Refusal);
    }

    private static Reading ReadSurvey(FigureFile.Row row, Figure figure)
    {
        if (figure is not { Source: FigureSource.Survey, Kind: FigureKind.Percent })
            return new(null, new(
                $"Số liệu “{row.Figure}” không phải tỷ lệ khảo sát: dùng cột value.",
                $"Figure “{row.Figure}” is no percentage of a survey: use the column value."));
        List<int?> numbers = [.. row.Survey.Select(text =>
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : (int?)null)];
        if (row.Value.Length > 0 || numbers.Zip(row.Survey).Any(one => one.First is null && one.Second.Length > 0)
            || numbers is not [{ } wanted, { } least, var sent, var answered, var satisfied])
            return new(null, new(
                "Các cột khảo sát là số nguyên; cột value để trống.", "The columns of a survey are whole numbers, and value is blank."));
        var value = SurveySample.ValueOf(least, answered, satisfied) is { } percent ? FigureValue.Of(percent).Write(figure) : null;
        return SurveySample.Fault(wanted, least, sent, answered, satisfied) is { } fault
            ? new(null, fault)
            : new(value, null, new(wanted, least, sent, answered, satisfied));
    }

    private void Take(Known known, int year, FigureFile.Row row, SurveyNumbers numbers)
    {
        var sample = known.Samples.GetValueOrDefault((row.Agency, row.Figure))
            ?? db.Add(new SurveySample(year, row.Agency, row.Figure)).Entity;
        if ((sample.Wanted, sample.Least, sample.Sent, sample.Answered, sample.Satisfied)
            != (numbers.Wanted, numbers.Least, numbers.Sent, numbers.Answered, numbers.Satisfied))
            sample.Take(numbers.Wanted, numbers.Least, numbers.Sent, numbers.Answered, numbers.Satisfied);
    }

    private bool Declare(Act act, int year, FigureFile.Row row, string? text, Known known, Actor actor)
    {
        if (!Differs(row, text, known) || known.SetOf(row.Agency) is not { } set)
            return false;
        var entry = known.Entries.GetValueOrDefault((row.Agency, row.Figure))
            ?? db.Add(new FigureEntry(year, row.Agency, row.Figure)).Entity;
        act.Tell(
            "figure.load", $"editions/{year}/agencies/{row.Agency}/figures/{row.Figure}",
            new { entry.Declared, entry.Accepted }, new { Declared = text });
        entry.Declare(text, actor.Account, clock.GetUtcNow(), FromOf(set.Figure(row.Figure)?.Source));
        AppraisalRules.GoStale(set, known.Verdicts[row.Agency], [row.Figure]);
        return true;
    }

    private static Provenance FromOf(FigureSource? source) => source switch
    {
        FigureSource.System => Provenance.System,
        FigureSource.Survey => Provenance.Survey,
        FigureSource.Office or null => Provenance.Office,
        FigureSource.Agency => Provenance.Agency,
    };

    private static bool Differs(FigureFile.Row row, string? text, Known known) =>
        !string.Equals(known.Entries.GetValueOrDefault((row.Agency, row.Figure))?.Declared, text, StringComparison.Ordinal);

    /// <summary>Its appraisal is closed, and it is no figure of the criterion that was opened again.</summary>
    private static bool IsClosed(Known known, CriteriaSet set, FigureFile.Row row) => known.Assessments[row.Agency].State switch
    {
        AssessmentState.Reopened => !IsOpenedAgain(known.Reopened.GetValueOrDefault(row.Agency), set, row),
        var state => state is AssessmentState.Appraised or AssessmentState.Explained or AssessmentState.Final,
    };

    private static bool IsOpenedAgain(Reopening? reopening, CriteriaSet set, FigureFile.Row row) =>
        reopening is not null
        && new JudgedNow(AssessmentState.Reopened, new HashSet<string>(StringComparer.Ordinal), reopening).IsFigureOpen(set, row.Figure);

    private static Bilingual Unknown(FigureFile.Row row) => new(
        $"Không có số liệu mã “{row.Figure}” trong bộ chỉ số.",
        $"There is no figure with the code “{row.Figure}” in the criteria set.");
}
