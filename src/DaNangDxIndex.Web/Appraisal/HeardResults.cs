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
    /// <summary>Inside the transaction of the act by which judging anew begins, before anything is judged.</summary>
    public Task KeepAsync(int year, string agency, CancellationToken ct) => db.Database.ExecuteSqlAsync(
        $"""
        DELETE FROM heard_figure WHERE year = {year} AND agency = {agency};
        DELETE FROM heard_verdict WHERE year = {year} AND agency = {agency};
        INSERT INTO heard_figure SELECT * FROM figure_entry WHERE year = {year} AND agency = {agency};
        INSERT INTO heard_verdict SELECT * FROM verdict WHERE year = {year} AND agency = {agency};
        """, ct);

    public async Task<AppraisalSheet> OfAsync(AppraisalSheet sheet, CancellationToken ct)
    {
        if (!AssessmentRules.IsJudgedAnew(sheet.Assessment.State))
            return sheet;
        var (year, agency) = (sheet.Assessment.Year, sheet.Assessment.Agency);
        var asked = new OneRoundTrip(db);
        var figures = asked.RowsIn<FigureEntry>("heard_figure", "WHERE year = $1 AND agency = $2", year, agency);
        var verdicts = asked.RowsIn<Verdict>("heard_verdict", "WHERE year = $1 AND agency = $2", year, agency);
        await asked.SendAsync(ct);
        return sheet.AsItStood(figures, verdicts);
    }
}
