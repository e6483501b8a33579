using DaNangDxIndex.Assessments;
using DaNangDxIndex.Database;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Appraisal;

/// <summary>
/// What an agency hears while its replies or a reopened criterion are judged anew: what it heard before, decisions and figures, until that
/// is closed. Whatever shows an agency its result asks here.
/// </summary>
public sealed class HeardResults(DxIndexDb db)
{
    private const string Figures = "heard_figure";
    private const string Verdicts = "heard_verdict";

    /// <summary>Inside the transaction of the act by which judging anew begins, before anything is judged.</summary>
    public Task KeepAsync(int year, string agency, CancellationToken ct)
    {
        const string Own = "WHERE year = {0} AND agency = {1}";
        var sql = $"""
            DELETE FROM {Figures} {Own};
            DELETE FROM {Verdicts} {Own};
            {Rows<FigureEntry>.Of(db).CopyInto(Figures)} {Own};
            {Rows<Verdict>.Of(db).CopyInto(Verdicts)} {Own};
            """;
        return db.Database.ExecuteSqlRawAsync(sql, [year, agency], ct);
    }

    public async Task<AppraisalSheet> OfAsync(AppraisalSheet sheet, CancellationToken ct)
    {
        if (!AssessmentRules.IsJudgedAnew(sheet.Assessment.State))
            return sheet;
        var (year, agency) = (sheet.Assessment.Year, sheet.Assessment.Agency);
        var asked = new OneRoundTrip(db);
        var figures = asked.RowsIn<FigureEntry>(Figures, "WHERE year = $1 AND agency = $2", year, agency);
        var verdicts = asked.RowsIn<Verdict>(Verdicts, "WHERE year = $1 AND agency = $2", year, agency);
        await asked.SendAsync(ct);
        return sheet.AsItStood(figures, verdicts);
    }
}
