using CsvHelper;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Database;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Editions;

/// <summary>
/// The office loads figures that no agency declares: from systems, surveys, and its own books. One file, columns agency,figure,value with
/// invariant numbers. All rows or none, and all faults at once; the same file again changes nothing.
/// </summary>
public sealed class LoadFigures(DxIndexDb db, CriteriaInForce criteria, AuditTrail audit, TimeProvider clock)
{
    private static readonly string[] Columns = ["agency", "figure", "value"];

    public sealed record Fault(int Line, Bilingual Sentence);

    public sealed record Outcome(int Rows, int Changed, IReadOnlyList<Fault> Faults);

    private sealed record Row(int Line, string Agency, string Figure, string Value);

    /// <returns>Null when there is no such edition.</returns>
    /// <exception cref="RuleViolation"><c>figures.not-open</c></exception>
    public async Task<Outcome?> HandleAsync(int year, TextReader file, Actor actor, CancellationToken ct)
    {
        if (await db.Set<Edition>().AsNoTracking().SingleOrDefaultAsync(edition => edition.Year == year, ct) is not { } edition)
            return null;
        if (edition.Stage is not (EditionStage.Open or EditionStage.Appraisal))
            throw new RuleViolation("figures.not-open", new(
                "Chỉ nạp số liệu khi kỳ đánh giá đang mở hoặc đang thẩm định.", "Figures are loaded while the edition is open or under appraisal."));
        var faults = new List<Fault>();
        var rows = Read(file, faults);
        var assessments = await db.Set<Assessment>().AsNoTracking().Where(one => one.Year == year).ToDictionaryAsync(one => one.Agency, StringComparer.Ordinal, ct);
        var entries = await db.Set<FigureEntry>().Where(entry => entry.Year == year).ToDictionaryAsync(entry => (entry.Agency, entry.Figure), ct);
        var changed = 0;
        foreach (var row in rows)
        {
            var (figure, value, refusal) = await ReadAsync(year, row, assessments, actor, ct);
            if (refusal is not null || figure is null)
                faults.Add(new Fault(row.Line, refusal ?? Unknown(row)));
            else if (faults.Count == 0 && Declare(row, value?.Write(figure), entries, actor))
                changed++;
        }

        if (faults.Count > 0)
            return new Outcome(rows.Count, 0, faults);
        if (changed > 0)
            audit.Add("figure.load", $"editions/{year}", null, new { Rows = rows.Count, Changed = changed });
        await db.SaveChangesAsync(ct);
        return new Outcome(rows.Count, changed, faults);

        bool Declare(Row row, string? text, Dictionary<(string, string), FigureEntry> known, Actor by)
        {
            if (!known.TryGetValue((row.Agency, row.Figure), out var entry))
                known[(row.Agency, row.Figure)] = entry = db.Add(new FigureEntry(year, row.Agency, row.Figure)).Entity;
            if (string.Equals(entry.Declared, text, StringComparison.Ordinal))
                return false;
            entry.Declare(text, by.Account, clock.GetUtcNow());
            return true;
        }
    }

    private async Task<(Figure? Figure, FigureValue? Value, Bilingual? Refusal)> ReadAsync(
        int year, Row row, Dictionary<string, Assessment> assessments, Actor actor, CancellationToken ct)
    {
        if (!assessments.TryGetValue(row.Agency, out var assessment) || await criteria.ScorerAsync(year, assessment.Group, ct) is not { } scorer)
            return (null, null, new($"Không có cơ quan mã “{row.Agency}” trong kỳ này.", $"There is no agency with the code “{row.Agency}” in this edition."));
        if (scorer.Set.Figure(row.Figure) is not { } figure)
            return (null, null, Unknown(row));
        if (figure.Source == FigureSource.Agency)
            return (null, null, new($"Số liệu “{row.Figure}” do cơ quan tự khai, không nạp từ tệp.", $"Figure “{row.Figure}” is declared by the agency and not loaded."));
        if (actor.BelongsTo(row.Agency) && figure.Source == FigureSource.Office)
            return (null, null, new($"Không nạp số liệu “{row.Figure}” cho chính cơ quan mình; hãy nhờ người của cơ quan khác.", $"Figure “{row.Figure}” of your own agency must be loaded by somebody else."));
        var reading = FigureValue.Read(figure, row.Value);
        return (figure, reading.Value, reading.Refusal);
    }

    private static List<Row> Read(TextReader file, List<Fault> faults)
    {
        var rows = new List<Row>();
        try
        {
            using var csv = CsvReader.Create(file, CsvReaderOptions.Default with { Separator = ',', TrimWhitespace = true, TrackLineNumbers = true }, leaveOpen: true);
            csv.ReadHeader();
            if (!Columns.All(column => csv.Headers.Contains(column, StringComparer.Ordinal)))
            {
                faults.Add(new Fault(1, new("Dòng đầu phải là: agency,figure,value", "The first line must be: agency,figure,value")));
                return rows;
            }

            while (csv.Read())
                rows.Add(new Row((int)csv.LineNumber, csv.GetString("agency"), csv.GetString("figure"), csv.GetString("value")));
        }
        catch (CsvFormatException fault)
        {
            faults.Add(new Fault((int)fault.LineNumber, new("Dòng này không đúng dạng CSV: thiếu cột hoặc thừa dấu ngoặc kép.", "This line is not valid CSV: a column is missing or a quote is open.")));
        }

        return rows;
    }

    private static Bilingual Unknown(Row row) => new($"Không có số liệu mã “{row.Figure}” trong bộ chỉ số.", $"There is no figure with the code “{row.Figure}” in the criteria set.");
}
