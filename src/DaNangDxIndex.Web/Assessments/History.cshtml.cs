using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DaNangDxIndex.Assessments;

/// <summary>What was entered for one criterion before, by whom and when; the form shows the same beside its figures.</summary>
[Authorize(Policies.AgencyStaff)]
public sealed class HistoryModel(AssessmentSheets sheets, FigureHistory history) : PageModel
{
    private AssessmentSheet? _sheet;
    private EntryForm.Line? _line;

    [FromRoute]
    public int Year { get; set; }

    [FromRoute]
    public string Agency { get; set; } = "";

    [FromRoute(Name = "criterion")]
    public string Code { get; set; } = "";

    public AssessmentSheet Sheet => _sheet ?? throw new InvalidOperationException("The handler loads the sheet first.");

    public EntryForm.Line Line => _line ?? throw new InvalidOperationException("The handler finds the criterion first.");

    public IReadOnlyList<FigureHistory.Change> Changes { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        _sheet = await sheets.FindAsync(Year, Agency, ct);
        _line = _sheet?.Form.Lines.FirstOrDefault(line => string.Equals(line.Criterion.Code, Code, StringComparison.Ordinal));
        if (_sheet is null || _line is null)
            return NotFound();
        Changes = await history.OfAsync(_sheet, _line, ct);
        return Page();
    }
}
